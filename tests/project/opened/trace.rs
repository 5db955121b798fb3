//! What a program asked of the system while `strace` looked on: what it opened, changed, ran and connected to.

use std::path::{Component, Path, PathBuf};

/// What the program asked for. It counts even where it was refused.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Asked {
    /// To read a file or to list a folder.
    Read(PathBuf),
    /// To make, change, move or remove a file or a folder.
    Write(PathBuf),
    /// To start a program.
    Run(PathBuf),
    /// To listen at a socket in a folder, or to speak to one.
    Socket(PathBuf),
    /// To use a network, or what else this test does not know: the whole line.
    Other(String),
}

/// Asks only whether something is there and what it is; opens nothing.
const LOOKS: [&str; 16] = [
    "stat",
    "lstat",
    "newfstatat",
    "statx",
    "statfs",
    "access",
    "faccessat",
    "faccessat2",
    "readlink",
    "readlinkat",
    "getcwd",
    "chdir",
    "fchdir",
    "fstatfs",
    "fstat",
    "name_to_handle_at",
];
/// Makes, changes, moves or removes what its paths name.
const WRITES: [&str; 23] = [
    "creat",
    "mkdir",
    "mkdirat",
    "rmdir",
    "unlink",
    "unlinkat",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "chmod",
    "fchmodat",
    "chown",
    "lchown",
    "fchownat",
    "truncate",
    "utimensat",
    "utimes",
    "mknod",
    "mknodat",
];
/// Speaks of a socket that there is already.
const OF_A_SOCKET: [&str; 12] = [
    "listen",
    "accept",
    "accept4",
    "shutdown",
    "getsockname",
    "getpeername",
    "getsockopt",
    "setsockopt",
    "sendmsg",
    "recvmsg",
    "recvfrom",
    "sendto",
];

/// Returns all that was asked for by the lines of a trace, in a folder where the program was started.
pub fn asked(trace: &str, folder: &Path) -> Vec<Asked> {
    trace.lines().flat_map(|line| asked_in(line, folder)).collect()
}

fn asked_in(line: &str, folder: &Path) -> Vec<Asked> {
    // Each line begins with the process. What is told of an end, or of the rest of a call, names nothing new.
    let call = line.trim_start_matches(|sign: char| sign.is_ascii_digit()).trim_start();
    let Some((name, arguments)) = call.split_once('(').filter(|_| !call.starts_with(['<', '+', '-'])) else {
        return Vec::new();
    };
    let paths = || paths(arguments, folder);
    let other = || vec![Asked::Other(line.to_owned())];
    match name {
        _ if LOOKS.contains(&name) => Vec::new(),
        // A thread that is killed at the very beginning of a call: nobody knows which, and it was not carried out.
        "???" if arguments.trim_start().starts_with("<unfinished") => Vec::new(),
        "open" | "openat" | "openat2" => {
            let changes = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND", "O_TMPFILE"];
            let as_what = if changes.iter().any(|flag| arguments.contains(flag)) { Asked::Write } else { Asked::Read };
            paths().into_iter().map(as_what).collect()
        }
        "inotify_add_watch" => paths().into_iter().map(Asked::Read).collect(),
        _ if WRITES.contains(&name) => paths().into_iter().map(Asked::Write).collect(),
        "execve" | "execveat" => paths().into_iter().take(1).map(Asked::Run).collect(),
        "socket" | "socketpair" if arguments.starts_with("AF_UNIX") => Vec::new(),
        "bind" | "connect" => {
            let found: Vec<Asked> = paths().into_iter().map(Asked::Socket).collect();
            let has_a_place = arguments.contains("sa_family=AF_UNIX") && arguments.contains("sun_path=\"/");
            if has_a_place { found } else { other() }
        }
        _ if OF_A_SOCKET.contains(&name) && !arguments.contains("AF_INET") => Vec::new(),
        _ => other(),
    }
}

/// Returns the paths in quotation marks, from the root: where one begins at a folder that is open, or at that of the program.
fn paths(arguments: &str, folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut pieces = arguments.split('"');
    while let (Some(before), Some(path)) = (pieces.next(), pieces.next()) {
        let open = before.rsplit_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(open, _)| Path::new(open));
        // A socket has a number there, and no place.
        let open = open.filter(|open| open.is_absolute());
        found.push(tidy(&open.unwrap_or(folder).join(path)));
    }
    found
}

/// Returns the path without `.` and `..`.
fn tidy(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut tidied, part| {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                tidied.pop();
            }
            part => tidied.push(part),
        }
        tidied
    })
}

#[test]
fn calls_are_read() {
    let trace = r#"12 execve("/bin/a", ["a", "b"], 0x7ff /* 8 vars */) = 0
12 openat(AT_FDCWD</where>, "x.toml", O_RDONLY|O_CLOEXEC <unfinished ...>
13 openat(9</tmp/d>, "../y", O_WRONLY|O_CREAT, 0666) = -1 EACCES (Permission denied)
12 <... openat resumed>) = 3
12 statx(AT_FDCWD</where>, "z", 0, STATX_ALL, NULL) = 0
12 rename("a", "/b") = 0
12 socketpair(AF_UNIX, SOCK_STREAM, 0, [3<UNIX-STREAM:[1]>, 4<UNIX-STREAM:[2]>]) = 0
12 bind(5<UNIX-STREAM:[3]>, {sa_family=AF_UNIX, sun_path="/run/s"}, 9) = 0
12 socket(AF_INET, SOCK_DGRAM, 0) = 6
12 connect(7<UNIX-STREAM:[3]>, {sa_family=AF_UNIX, sun_path=@"hidden"}, 9) = 0
12 sendto(6, "x", 1, 0, {sa_family=AF_INET6, sin6_port=htons(53)}, 28) = 1
12 fancy_new_call("/x") = 0
12 ???( <unfinished ...>
12 +++ exited with 0 +++"#;
    let asked = asked(trace, Path::new("/start"));
    let path = PathBuf::from;
    assert_eq!(
        asked[..6],
        [
            Asked::Run(path("/bin/a")),
            Asked::Read(path("/where/x.toml")),
            Asked::Write(path("/tmp/y")),
            Asked::Write(path("/start/a")),
            Asked::Write(path("/b")),
            Asked::Socket(path("/run/s")),
        ]
    );
    let others: Vec<bool> = asked[6..].iter().map(|asked| matches!(asked, Asked::Other(_))).collect();
    assert_eq!(others, [true; 4], "{asked:?}");
}
