//! A guest account as `docs/audience.md` describes it, on a real server: a guest gets the slide and nothing else.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::support;
use crate::support::program::PROGRAM;
use crate::support::pty::Session;
use crate::support::ssh::Server;

/// The block of `docs/audience.md`, for a user and a socket.
fn block(folder: &Path, user: &str, socket: &Path) -> String {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/audience.md")).unwrap();
    let (_, rest) = text.split_once("```sshd_config\n").unwrap();
    let (block, _) = rest.split_once("```").unwrap();
    let given = [
        ("Match User guest", format!("Match User {user}")),
        ("/usr/local/bin/cppcc", PROGRAM.to_owned()),
        ("--from wang", format!("--from {user} --socket {}", socket.display())),
        ("/etc/ssh/guest_keys", folder.join("user.pub").display().to_string()),
    ];
    let block = given.iter().fold(block.to_owned(), |block, (name, value)| {
        assert!(block.contains(name), "{name} in {block}");
        block.replace(name, value)
    });
    // For the whole server, as the document says: the language, and no more.
    format!("AcceptEnv LANG LC_*\nMaxStartups 100\n{block}")
}

/// A server on which the user of these tests is a guest; word that the test is skipped where there is none.
pub fn server(socket: &Path) -> Option<Server> {
    match Server::start_with(|folder, user| block(folder, user, socket)) {
        Ok(server) => Some(server),
        Err(why) => {
            eprintln!("skipped: {why}");
            None
        }
    }
}

/// Starts a presentation whose audience meets at a socket.
pub fn presentation(runtime: &Path, socket: &Path) -> Session {
    let socket = socket.to_str().unwrap();
    let mut shown = Session::of_program_at(runtime, &["present", "--audience", "user", "--socket", socket]);
    shown.wait_for_text("1/14");
    shown
}

fn words(output: &Output) -> String {
    let [out, err] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    out + &err
}

#[test]
fn a_guest_gets_the_slide_and_nothing_else() {
    let runtime = support::private_folder();
    let socket = runtime.path().join("audience.sock");
    let Some(server) = server(&socket) else { return };
    let mut shown = presentation(runtime.path(), &socket);
    // Whatever is asked for, it is the slide that comes.
    for asked in ["", "sh", "exec sh -i"] {
        let mut guest = server.session(asked, (80, 24));
        guest.wait_until_text("Five CPPCC committees");
        guest.send("\x1a");
        guest.send("q");
        assert_eq!(guest.wait_for_status(), "0", "{asked}");
    }
    let mut guest = server.session("", (100, 30));
    guest.wait_until_text("Five CPPCC committees");
    shown.send("\x1b[C");
    guest.wait_until_text("2/14");
    // Without a terminal there is nothing at all.
    let marker = runtime.path().join("marker");
    let made = format!("touch {}", marker.display());
    for asked in ["sh", made.as_str(), "cppcc export", "internal-sftp"] {
        let output = server.run(asked);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{asked}: {output:?}");
        assert!(words(&output).contains("ssh -t"), "{asked}: {output:?}");
    }
    fs::write(runtime.path().join("file"), "text").unwrap();
    let [from, to] = [runtime.path().join("file"), runtime.path().join("copy")].map(|path| path.display().to_string());
    for (tool, behind) in [
        ("scp", vec![from.clone(), format!("TARGET:{to}")]),
        ("scp", vec!["-O".to_owned(), from.clone(), format!("TARGET:{to}")]),
        ("scp", vec![format!("TARGET:{from}"), to.clone()]),
        ("sftp", vec!["TARGET".to_owned()]),
    ] {
        let output = server.tool(tool, &[], &behind.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(!output.status.success(), "{tool} {behind:?}: {output:?}");
    }
    assert!(!marker.exists() && !Path::new(&to).exists());
    shown.send("\x1b[C");
    guest.wait_until_text("3/14");
}

#[test]
fn nothing_is_forwarded() {
    let runtime = support::private_folder();
    let socket = runtime.path().join("audience.sock");
    let Some(server) = server(&socket) else { return };
    let _shown = presentation(runtime.path(), &socket);
    let port = server.port();
    let there = format!("127.0.0.1:{port}");
    let output = server.tool("ssh", &["-W", &there], &["TARGET"]);
    assert!(!output.status.success() && !words(&output).contains("SSH-2.0"), "-W: {output:?}");
    for remote in
        [format!("0:127.0.0.1:{port}"), format!("{}:127.0.0.1:{port}", runtime.path().join("r.sock").display())]
    {
        let output = server.tool("ssh", &["-N", "-o", "ExitOnForwardFailure=yes", "-R", &remote], &["TARGET"]);
        assert!(!output.status.success() && words(&output).contains("forwarding failed"), "-R: {output:?}");
    }
    // A local port is opened by the guest's own program, and leads nowhere.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let local = format!("{free}:127.0.0.1:{port}");
    let leads = || {
        use std::io::Read;
        let mut stream = std::net::TcpStream::connect(("127.0.0.1", free)).ok()?;
        let mut text = String::new();
        stream.read_to_string(&mut text).ok()?;
        Some(text)
    };
    let mut guest = server.session_with(&["-L", &local], "", (80, 24));
    guest.wait_until_text("Five CPPCC committees");
    assert_eq!(leads().unwrap_or_default(), "", "-L leads to the server");
    let settings = server.settings();
    for setting in [
        "allowtcpforwarding no",
        "allowstreamlocalforwarding no",
        "allowagentforwarding no",
        "x11forwarding no",
        "permittunnel no",
        "permituserrc no",
        "permituserenvironment no",
        "disableforwarding yes",
        "maxsessions 1",
    ] {
        assert!(settings.lines().any(|line| line == setting), "{setting} in {settings}");
    }
    let mut asked = server.session_with(&["-X", "-A", "-o", "LogLevel=VERBOSE"], "", (80, 24));
    asked.wait_until_text("Five CPPCC committees");
}

#[test]
fn no_variable_of_a_guest_has_an_effect() {
    let (runtime, guest) = (support::private_folder(), support::private_folder());
    let socket = runtime.path().join("audience.sock");
    let Some(server) = server(&socket) else { return };
    let mut shown = presentation(runtime.path(), &socket);
    let broken = guest.path().join("broken.toml");
    fs::write(&broken, "language = 7\n").unwrap();
    let (folder, broken) = (guest.path().display(), broken.display());
    let set = format!(
        "SetEnv=LANG=zh_CN.UTF-8 CPPCC_DATA={folder} CPPCC_CONFIG={broken} XDG_DATA_HOME={folder} \
         XDG_CONFIG_HOME={folder} XDG_STATE_HOME={folder} XDG_RUNTIME_DIR={folder} HOME={folder} LD_PRELOAD={broken}"
    );
    let mut session = server.session_with(&["-o", &set], "", (80, 24));
    session.wait_until_text("五 市 政 协，怎 么 比");
    session.send("L");
    session.wait_until_text("Five CPPCC committees");
    shown.send("\x1b[C");
    session.wait_until_text("2/14");
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
    assert_eq!(fs::read_dir(guest.path()).unwrap().count(), 1, "nothing was written");
}
