//! A user's folders, and the program run there under `strace`.

use super::trace::{Asked, asked};
use crate::support::program::{FOREIGN, PROGRAM};
use crate::support::pty::{Session, Under};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where a file is, or what it is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// What the system opens for every program: libraries, and what it tells of the process.
    System,
    Terminal,
    Zones,
    /// The names of users and groups.
    People,
    Fonts,
    Settings,
    Data,
    State,
    /// What can be made again.
    Cache,
    Runtime,
    /// The folders in which users of the machine find each other's presentations.
    Shared,
    /// The folder in which the program is started, with what is named there.
    Work,
    Elsewhere,
}

/// Whether there is a tracer that works here; says that the test is skipped where there is none.
pub fn tracer() -> bool {
    let tried = Command::new("strace").args(["-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    let works = tried.is_ok_and(|status| status.success());
    if !works {
        eprintln!("skipped: no strace, or it may not trace here");
    }
    works
}

/// The folders of a user who has nothing yet.
pub struct Home(tempfile::TempDir);

/// How a run has ended.
pub struct Run {
    pub code: Option<i32>,
    pub err: String,
    pub trace: Trace,
}

/// All that was asked for, each with its place.
pub struct Trace(Vec<(Asked, Place)>);

impl Home {
    /// Makes the folders, and in the folder for work a page, a spreadsheet and a pack.
    pub fn new() -> Self {
        let home = Self(crate::support::private_folder());
        for name in ["config/cppcc", "data", "state", "cache", "runtime", "work/own"] {
            fs::create_dir_all(home.path(name)).unwrap();
        }
        // Whoever else could look into it would make the program take another.
        fs::set_permissions(home.path("runtime"), fs::Permissions::from_mode(0o700)).unwrap();
        fs::write(home.path("config/cppcc/config.toml"), "").unwrap();
        fs::write(home.path("work/page.txt"), PAGE).unwrap();
        fs::write(home.path("work/areas.csv"), AREAS).unwrap();
        fs::write(home.path("work/own/pack.toml"), PACK).unwrap();
        home
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn environment(&self) -> [(&'static str, String); 8] {
        let path = |name| self.path(name).to_str().unwrap().to_owned();
        [
            ("HOME", path("")),
            ("XDG_CONFIG_HOME", path("config")),
            ("XDG_DATA_HOME", path("data")),
            ("XDG_STATE_HOME", path("state")),
            ("XDG_CACHE_HOME", path("cache")),
            ("XDG_RUNTIME_DIR", path("runtime")),
            ("LANG", "zh_CN.UTF-8".to_owned()),
            ("TERM", "xterm-256color".to_owned()),
        ]
    }

    /// Runs a command, with nothing to read from.
    pub fn run<'a>(&self, arguments: impl IntoIterator<Item = &'a str>) -> Run {
        let (options, to) = self.tracing();
        let mut command = Command::new("strace");
        command.args(options).args(arguments).current_dir(self.path("work")).stdin(Stdio::null());
        for name in FOREIGN {
            command.env_remove(name);
        }
        // Cargo sets it for what it runs; a user doesn't.
        command.env_remove("LD_LIBRARY_PATH");
        let output = command.envs(self.environment()).output().unwrap();
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        Run { code: output.status.code(), err, trace: self.read(&to) }
    }

    /// Starts the program on a terminal; the file will hold the trace when it has ended.
    pub fn session(&self, arguments: &[&str]) -> (Session, PathBuf) {
        let (options, to) = self.tracing();
        let environment = self.environment();
        let environment: Vec<(&str, &str)> = environment.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let work = self.path("work");
        let mut all = vec!["-u", "LD_LIBRARY_PATH", "-C", work.to_str().unwrap(), "strace"];
        all.extend(options.iter().map(String::as_str));
        all.extend(arguments);
        (Session::spawn(Under::Shell, Path::new("env"), &all, &environment, (120, 36)), to)
    }

    /// Returns the options of the tracer, with the program behind them, and where the trace is written to.
    fn tracing(&self) -> (Vec<String>, PathBuf) {
        let number = fs::read_dir(self.0.path()).unwrap().count();
        let to = self.path(&format!("trace-{number}"));
        // Of the calls that this kernel or this tracer does not have, none is missed.
        let options = ["-f", "-qq", "-y", "-s", "4096", "-e", "signal=none", "-e", "trace=%file,%network", "-o"];
        let options = options.into_iter().chain([to.to_str().unwrap(), PROGRAM]);
        (options.map(str::to_owned).collect(), to)
    }

    /// Reads a trace that is whole.
    pub fn read(&self, path: &Path) -> Trace {
        let text = String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned();
        let asked = asked(&text, &self.path("work"));
        Trace(asked.into_iter().map(|asked| (asked.clone(), self.place(&asked))).collect())
    }

    fn place(&self, asked: &Asked) -> Place {
        let (Asked::Read(path) | Asked::Write(path) | Asked::Run(path) | Asked::Socket(path)) = asked else {
            return Place::Elsewhere;
        };
        let own = |name: &str| self.path(name);
        let is_own_font =
            |path: &Path| [own(".fonts"), own("data/fonts")].iter().any(|folder| path.starts_with(folder));
        if *path == own("data") {
            return Place::Data;
        }
        let found = [
            (Place::Settings, own("config/cppcc")),
            (Place::Data, own("data/cppcc")),
            (Place::State, own("state")),
            (Place::Cache, own("cache")),
            (Place::Runtime, own("runtime")),
            (Place::Work, own("work")),
        ];
        let found = found.iter().find(|(_, folder)| path.starts_with(folder)).map(|(place, _)| *place);
        found.unwrap_or_else(|| if is_own_font(path) { Place::Fonts } else { of_the_system(path) })
    }
}

/// Where a socket may be: of a presentation, or of the system's list of users.
const SOCKETS: [Place; 3] = [Place::Runtime, Place::Shared, Place::People];

impl Trace {
    /// Whether the program itself was seen to start.
    pub fn saw_anything(&self) -> bool {
        self.0.iter().any(|(asked, _)| *asked == Asked::Run(PathBuf::from(PROGRAM)))
    }

    /// Returns what was asked for and is not among what may be read and written.
    pub fn faults(&self, read: &[Place], written: &[Place]) -> Vec<String> {
        let always = [Place::System, Place::Settings, Place::Data];
        let is_right = |(asked, place): &&(Asked, Place)| match asked {
            Asked::Read(_) => always.contains(place) || read.contains(place) || written.contains(place),
            Asked::Write(_) => written.contains(place),
            Asked::Socket(_) => SOCKETS.contains(place) && (read.contains(place) || written.contains(place)),
            Asked::Run(path) => path == Path::new(PROGRAM),
            Asked::Other(_) => false,
        };
        self.0.iter().filter(|one| !is_right(one)).map(|(asked, place)| format!("{asked:?} ({place:?})")).collect()
    }

    /// Whether something at a place was written to.
    pub fn wrote_to(&self, wanted: Place) -> bool {
        self.0.iter().any(|(asked, place)| matches!(asked, Asked::Write(_)) && *place == wanted)
    }

    /// Whether the program listened or spoke at a socket of a presentation.
    pub fn has_sockets(&self) -> bool {
        self.0.iter().any(|(asked, place)| matches!(asked, Asked::Socket(_)) && *place == Place::Runtime)
    }
}

fn of_the_system(path: &Path) -> Place {
    let starts = |beginnings: &[&str]| beginnings.iter().any(|beginning| path.starts_with(beginning));
    let is_library = path.file_name().is_some_and(|name| name.to_string_lossy().contains(".so"))
        && starts(&["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc"]);
    if is_library || ["/proc/self/maps", "/proc/sys/vm/overcommit_memory"].iter().any(|one| path == Path::new(one)) {
        Place::System
    } else if starts(&["/dev/tty", "/dev/pts", "/dev/null"]) {
        Place::Terminal
    } else if starts(&[
        "/usr/share/zoneinfo",
        "/etc/localtime",
        "/usr/lib/zoneinfo",
        "/usr/share/lib/zoneinfo",
        "/etc/zoneinfo",
    ]) {
        Place::Zones
    } else if starts(&["/etc/passwd", "/etc/group", "/etc/nsswitch.conf", "/var/run/nscd", "/run/nscd"]) {
        Place::People
    } else if path == Path::new("/tmp") || path.to_string_lossy().starts_with("/tmp/cppcc-audience-") {
        Place::Shared
    } else if starts(&["/etc/fonts", "/usr/share/fontconfig", "/usr/share/fonts", "/usr/local/share/fonts"]) {
        Place::Fonts
    } else {
        Place::Elsewhere
    }
}

const PAGE: &str = "青岛市政协召开专题协商会\n青岛日报 2025年3月4日\n\n今年以来，青岛市政协围绕中心工作开展协商活动12场，提交提案98件。\n\n\
    委员们深入各区开展调研，就改善营商环境提出意见建议30余条。\n";
const AREAS: &str = "地区,区划代码,政协全称\n潍坊,370700,中国人民政治协商会议潍坊市委员会\n";
const PACK: &str = "[pack]\nid = \"own\"\nname = \"自己的\"\nabout = \"一个数据包\"\n";
