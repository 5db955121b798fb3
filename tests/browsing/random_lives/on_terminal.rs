//! Random lives of the program itself: every fifty keys, what the terminal shows after all differences that were sent to it is
//! compared with what a whole frame shows.

use super::support::private_folder;
use super::support::pty::Session;
use super::support::random::RandomNumbers;
use cppcc::text::Lang;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use rustix::process::Signal;

/// The keys between two comparisons.
const KEYS: usize = 50;
/// How long nothing comes before the program is asked whether it sleeps: longer than it waits for the rest of a key.
const QUIET: Duration = Duration::from_millis(70);
/// The same after a file has changed, which is read when nothing more has changed for a fifth of a second.
const CHANGED: Duration = Duration::from_millis(350);
/// Where every synchronized update begins, and where it ends.
const FRAME: [&[u8]; 2] = [b"\x1b[?2026h", b"\x1b[?2026l"];
const SIZES: [(u16, u16); 8] = [(80, 24), (120, 36), (200, 50), (60, 20), (40, 12), (39, 11), (101, 31), (300, 80)];

/// What a hand sends most often: arrows, Enter, Esc, Tab, Backspace.
const MOVES: [&str; 12] =
    ["\x1b[B", "\x1b[B", "\x1b[B", "\x1b[A", "\x1b[C", "\x1b[C", "\x1b[D", "\r", "\r", "\t", "\x1b[Z", "\x7f"];

/// The other keys, but those that end the program, suspend it, or could write to another folder than its own.
const OTHERS: &[&str] = &[
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[H",
    "\x1b[F",
    "\x1b[2~",
    "\x1b[3~",
    "\x1bOP",
    "\x1bOQ",
    "\x1bOR",
    "\x1bOS",
    "\x1b[15~",
    "\x1b[17~",
    "\x1b[18~",
    "\x1b[19~",
    "\x1b[20~",
    "\x1b[21~",
    "\x1b[23~",
    "\x1b[24~",
    "\x1b[15;2~",
    "\x1b[17;2~",
    "\x1b[18;2~",
    "\x1b[19;2~",
    "\x1b[23;2~",
    "\x01",
    "\x02",
    "\x04",
    "\x05",
    "\x06",
    "\x07",
    "\x0b",
    "\x0c",
    "\x0e",
    "\x0f",
    "\x10",
    "\x12",
    "\x14",
    "\x15",
    "\x16",
    "\x17",
    "\x18",
    "\x19",
    "\x1b\x1b",
    "a",
    "b",
    "c",
    "d",
    "e",
    "f",
    "g",
    "h",
    "i",
    "j",
    "k",
    "l",
    "m",
    "n",
    "o",
    "p",
    "r",
    "s",
    "t",
    "u",
    "v",
    "w",
    "x",
    "y",
    "z",
    "A",
    "D",
    "E",
    "G",
    "L",
    "M",
    "N",
    "R",
    "T",
    "Y",
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "0",
    "+",
    "?",
    " ",
    ".",
    "。",
    "ｍ",
    "立案",
    "滨州",
    "tian",
    "352件",
    "e\u{301}",
    "\x1b[200~2024年，立案提案352件\x1b[201~",
    "\x1b[200~一\n二\x1b[201~",
    "\x1b[<64;7;9M",
    "\x1b[<65;7;9M",
    "\x1b[<65;70;15M",
];

/// A city of the user's own, which comes and goes.
const AREA: &str = "[[area]]\nid = \"dezhou\"\ncode = \"371400\"\nname = \"德州\"\ncommittee = \"德州市政协\"\n\n\
                    [[article]]\nid = \"dezhou-2026\"\narea = \"dezhou\"\ntitle = \"工作报告\"\noutlet = \"德州日报\"\n\
                    published = { date = \"2026-01\", certainty = \"stated\" }\ngenre = \"news\"\ngrade = \"excerpt\"\n\n\
                    [[observation]]\nid = \"dezhou-2025-filed\"\narea = \"dezhou\"\nindicator = \"proposals-filed\"\nvalue = 512\n\
                    qualifier = \"exact\"\nperiod = \"2025\"\nscope = \"city\"\nstatus = \"achieved\"\n\
                    source = { article = \"dezhou-2026\", printed = \"立案提案512件\" }\n";

/// Variables of the environment that a program starts in.
pub type Environment<'a> = &'a [(&'a str, &'a str)];

/// What a session has come to.
#[derive(Default, Debug)]
pub struct Compared {
    pub keys: usize,
    pub pictures: usize,
    /// Whole frames beside which another came, so that there was nothing to compare.
    pub skipped: usize,
}

/// Lives a life on a terminal for so long, and returns how much of it was compared.
pub fn live_on_terminal(seed: u64, lang: Lang, environment: Environment<'_>, time: Duration) -> Compared {
    let mut numbers = RandomNumbers::new(seed);
    let home = private_folder();
    let path = home.path().to_str().unwrap();
    let places = [("HOME", path), ("XDG_DATA_HOME", path), ("XDG_STATE_HOME", path), ("XDG_RUNTIME_DIR", path)];
    let environment: Vec<_> = places.iter().chain(environment).copied().collect();
    let mut session = Session::of_program(lang, &[], &environment, SIZES[0]);
    session.wait_for_text(if lang == Lang::Zh { "1 对比" } else { "1 Compare" });
    let (mut compared, mut bytes, end) = (Compared::default(), 0, Instant::now() + time);
    while Instant::now() < end {
        if numbers.once_in(4) {
            let (columns, rows) = *numbers.pick(&SIZES);
            session.resize(columns, rows);
        }
        let is_changed = numbers.once_in(5);
        if is_changed {
            change_file(&mut numbers, home.path());
        }
        let sent: Vec<&str> = (0..KEYS)
            .map(|_| {
                let keys: &[&str] = if numbers.once_in(2) { &MOVES } else { OTHERS };
                *numbers.pick(keys)
            })
            .collect();
        // In a few pieces, so that there are many differences and not one.
        for piece in sent.chunks(5) {
            bytes += piece.concat().len();
            session.send(&piece.concat());
            std::thread::sleep(Duration::from_millis(4));
        }
        compared.keys += KEYS;
        wait_until_idle(&mut session, bytes, if is_changed { CHANGED } else { QUIET });
        let place = format!("seed {seed}, after {} keys, the last {sent:?}", compared.keys);
        compare(&mut session, &mut compared, &place);
    }
    compared
}

/// Adds a file of data, removes it, or writes a fault into it.
fn change_file(numbers: &mut RandomNumbers, home: &Path) {
    let file = home.join("cppcc/data/areas/dezhou.toml");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    match numbers.below(3) {
        0 => drop(fs::remove_file(file)),
        1 => fs::write(file, AREA).unwrap(),
        _ => fs::write(file, AREA.replace("512\n", "五百\n")).unwrap(),
    }
}

/// Returns the minute, which slides show.
fn minute() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs() / 60
}

/// Waits until the program has taken all that it was sent, sleeps, and has sent nothing for so long.
fn wait_until_idle(session: &mut Session, sent: usize, quiet: Duration) {
    let (end, mut asleep) = (Instant::now() + Duration::from_secs(20), 0);
    while asleep < 14 || session.last_came().is_some_and(|came| came.elapsed() < quiet) {
        assert!(Instant::now() < end, "the program does not come to rest:\n{}", session.screen_text());
        asleep = if has_taken(session, sent) { asleep + 1 } else { 0 };
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Whether the thread that reads the terminal has read so many bytes, and all threads sleep.
fn has_taken(session: &Session, sent: usize) -> bool {
    let threads = fs::read_dir(format!("/proc/{}/task", session.program().as_raw_nonzero())).unwrap();
    let threads: Vec<_> = threads.flatten().map(|thread| thread.path()).collect();
    let told = |thread: &Path, file: &str| fs::read_to_string(thread.join(file)).unwrap_or_default();
    let sleeps = |thread: &std::path::PathBuf| {
        told(thread, "stat").rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with('S'))
    };
    let reads = threads.iter().find(|thread| told(thread, "comm").trim() == "input");
    let read = reads.and_then(|thread| told(thread, "io").lines().next()?.strip_prefix("rchar: ")?.parse().ok());
    // Where the system does not count, nobody knows.
    read.is_none_or(|read: usize| read >= sent) && threads.iter().all(sleeps)
}

/// Has the program paint the whole screen, and compares it with what was there.
fn compare(session: &mut Session, compared: &mut Compared, place: &str) {
    let (shown, began) = (picture(session.screen()), minute());
    let (mark, is_hidden) = (session.mark(), session.screen().hide_cursor());
    // A new size is painted whole even where it is the old one.
    session.kill(Signal::WINCH);
    let frames = |session: &Session, sign: &[u8]| {
        session.raw_bytes_since(mark).windows(sign.len()).filter(|bytes| *bytes == sign).count()
    };
    let end = Instant::now() + Duration::from_secs(10);
    while frames(session, FRAME[1]) == 0 {
        assert!(Instant::now() < end, "no whole frame: {place}\n{}", session.screen_text());
        std::thread::sleep(Duration::from_millis(2));
    }
    let (rows, columns) = session.screen().size();
    let mut whole = vt100::Parser::new(rows, columns, 0);
    if is_hidden {
        // It is not hidden again.
        whole.process(b"\x1b[?25l");
    }
    whole.process(&session.raw_bytes_since(mark));
    if frames(session, FRAME[0]) > 1 || minute() != began {
        compared.skipped += 1;
        return;
    }
    compared.pictures += 1;
    let painted = picture(whole.screen());
    if let Some((row, (was, is))) = (0..).zip(shown.iter().zip(&painted)).find(|(_, (was, is))| was != is) {
        panic!("{place}: row {row} of {columns}x{rows} shows\n{was}\nand, painted whole,\n{is}");
    }
    assert_eq!(shown.len(), painted.len(), "{place}");
}

/// Returns what a user sees, row by row: each cell with its colours and attributes, and where the cursor is.
fn picture(screen: &vt100::Screen) -> Vec<String> {
    let (rows, columns) = screen.size();
    let cell = |row, column| {
        let cell = screen.cell(row, column).unwrap();
        let looks = [cell.bold(), cell.dim(), cell.italic(), cell.underline(), cell.inverse()].map(u8::from);
        let contents = if cell.has_contents() { cell.contents() } else { " " };
        // Of an empty cell nobody sees in which colour nothing is written.
        let colour = if contents == " " && looks[3..] == [0, 0] { vt100::Color::Default } else { cell.fgcolor() };
        let is_blank = contents == " " && looks[3..] == [0, 0];
        let looks = if is_blank { [0; 5] } else { looks };
        if cell.is_wide_continuation() {
            String::new()
        } else {
            format!("{contents}{looks:?}{colour:?}{:?}|", cell.bgcolor())
        }
    };
    let mut picture: Vec<String> =
        (0..rows).map(|row| (0..columns).map(|column| cell(row, column)).collect()).collect();
    let cursor = (!screen.hide_cursor()).then(|| screen.cursor_position());
    picture.push(format!("the cursor is at {cursor:?}"));
    picture
}
