//! A throw-away SSH server on this machine, with keys of its own, and sessions through it.

use std::fs::{self, File};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use rustix::process::Pid;
use tempfile::TempDir;

use super::program::PROGRAM;
use super::pty::{SOON, Session, Under};

/// Where Debian and others install it; it must be started by its full path.
const SERVERS: [&str; 3] = ["/usr/sbin/sshd", "/usr/local/sbin/sshd", "/usr/bin/sshd"];

/// A running server, which ends when it is dropped.
pub struct Server {
    child: Child,
    folder: TempDir,
    port: u16,
    user: String,
}

impl Server {
    /// Starts a server that lets in the user who runs the tests.
    ///
    /// # Errors
    /// Where there is no OpenSSH here: why not.
    pub fn start() -> Result<Self, String> {
        Self::start_with(|_, _| String::new())
    }

    /// Starts a server with more settings, made of its folder and of the user's name.
    ///
    /// # Errors
    /// Where there is no OpenSSH here: why not.
    pub fn start_with(settings: impl Fn(&Path, &str) -> String) -> Result<Self, String> {
        let server = SERVERS.into_iter().find(|path| Path::new(path).exists());
        let server = server.ok_or_else(|| format!("no sshd at {}", SERVERS.join(", ")))?;
        for tool in ["ssh", "ssh-keygen"] {
            let found = Command::new(tool).arg("-V").stdout(Stdio::null()).stderr(Stdio::null()).status();
            found.map_err(|error| format!("{tool}: {error}"))?;
        }
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["host", "user"] {
            let mut command = Command::new("ssh-keygen");
            command.args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(folder.path().join(name));
            assert!(command.status().expect("ssh-keygen").success());
        }
        let user = Command::new("id").arg("-un").output().expect("id").stdout;
        let user = String::from_utf8(user).expect("a name").trim().to_owned();
        if rustix::process::geteuid().is_root() {
            // The server wants this folder when root starts it, and its unit would have made it.
            fs::create_dir_all("/run/sshd").expect("a folder for the server");
        }
        // Free a moment ago; somebody else may be quicker, and then it is tried again.
        for _ in 0..5 {
            let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
            if let Some(child) = started(server, folder.path(), port, &settings(folder.path(), &user)) {
                return Ok(Self { child, folder, port, user });
            }
        }
        panic!("the server does not start: {}", fs::read_to_string(folder.path().join("log")).unwrap_or_default());
    }

    /// Opens a session on a terminal of `size` that runs `command` on the other side.
    pub fn session(&self, command: &str, size: (u16, u16)) -> Session {
        self.session_with(&[], command, size)
    }

    /// Opens a session with more options of `ssh`.
    pub fn session_with(&self, options: &[&str], command: &str, size: (u16, u16)) -> Session {
        let arguments = self.arguments("-tt", command);
        let arguments: Vec<&str> = options.iter().copied().chain(arguments.iter().map(String::as_str)).collect();
        Session::spawn(Under::Shell, Path::new("ssh"), &arguments, &[], size)
    }

    /// Runs `command` on the other side as `ssh` does by itself, without a terminal.
    pub fn run(&self, command: &str) -> Output {
        let mut ssh = Command::new("ssh");
        ssh.args(self.arguments("-T", command)).stdin(Stdio::null()).output().expect("ssh")
    }

    /// Runs a tool of OpenSSH with these arguments before those that lead to the server, and with a target behind them.
    pub fn tool(&self, tool: &str, before: &[&str], behind: &[&str]) -> Output {
        let own = self.arguments("-v", "");
        // Neither `-v` nor the target: `scp` and `sftp` have the port under another letter.
        let (options, target) = (&own[..own.len() - 2], &own[own.len() - 2]);
        let options = options.iter().filter(|option| *option != "-v");
        let options = options.map(|option| if option == "-p" && tool != "ssh" { "-P" } else { option });
        let behind = behind.iter().map(|argument| argument.replace("TARGET", target));
        Command::new(tool).args(before).args(options).args(behind).stdin(Stdio::null()).output().expect("OpenSSH")
    }

    /// Returns the settings in force for the user who is let in, as the server itself tells them.
    pub fn settings(&self) -> String {
        let server = SERVERS.into_iter().find(|path| Path::new(path).exists()).expect("a server");
        let who = format!("user={},host=localhost,addr=127.0.0.1", self.user);
        let mut told = Command::new(server);
        told.args(["-T", "-C", &who, "-f"]).arg(self.folder.path().join("config"));
        String::from_utf8(told.output().expect("sshd").stdout).expect("text")
    }

    /// Returns the port of the server.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Returns the arguments of `ssh`, with one that decides whether the other side gets a terminal.
    fn arguments(&self, terminal: &str, command: &str) -> Vec<String> {
        let key = self.folder.path().join("user").display().to_string();
        let (port, target) = (self.port.to_string(), format!("{}@127.0.0.1", self.user));
        let mut arguments = vec!["-F", "/dev/null", terminal, "-p", &port, "-i", &key];
        for option in [
            "IdentitiesOnly=yes",
            "BatchMode=yes",
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "GlobalKnownHostsFile=/dev/null",
            "LogLevel=ERROR",
        ] {
            arguments.extend(["-o", option]);
        }
        arguments.extend([target.as_str(), command]);
        arguments.into_iter().map(str::to_owned).collect()
    }

    /// Returns the command that runs the program with its runtime folder at `runtime`, and notes its process there.
    pub fn command(runtime: &Path, lang: &str, arguments: &str) -> String {
        let folder = runtime.display();
        format!(
            "echo $$ > '{folder}/pid'; exec env -u NO_COLOR -u CPPCC_DATA XDG_RUNTIME_DIR='{folder}' \
             XDG_DATA_HOME='{folder}' XDG_STATE_HOME='{folder}' '{PROGRAM}' --lang {lang} {arguments}"
        )
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Returns the process that a command of [`Server::command`] has become.
pub fn process(runtime: &Path) -> Pid {
    let text = fs::read_to_string(runtime.join("pid")).expect("a noted process");
    Pid::from_raw(text.trim().parse().expect("a number")).expect("a process")
}

/// Returns the sockets in a folder.
pub fn sockets(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "sock")).collect()
}

/// Starts a server on the port; `None` where it ends, as where another has the port.
fn started(server: &str, folder: &Path, port: u16, more: &str) -> Option<Child> {
    let place = folder.display();
    let config = format!(
        "Port {port}\nListenAddress 127.0.0.1\nHostKey {place}/host\nAuthorizedKeysFile {place}/user.pub\nPidFile none\n\
         UsePAM no\nStrictModes no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n\
         PermitRootLogin prohibit-password\nPrintMotd no\nPrintLastLog no\nLogLevel ERROR\n{more}"
    );
    let path = folder.join("config");
    fs::write(&path, config).expect("a written file");
    let log = File::create(folder.join("log")).expect("a written file");
    let mut command = Command::new(server);
    command.args(["-D", "-e", "-f"]).arg(&path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
    let mut child = command.spawn().expect("the server starts");
    let end = Instant::now() + SOON;
    while Instant::now() < end && child.try_wait().expect("a child").is_none() {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Some(child);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    let _ = child.kill();
    let _ = child.wait();
    None
}
