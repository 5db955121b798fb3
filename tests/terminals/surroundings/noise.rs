//! Bytes that nobody meant.

use super::support::private_folder;
use super::support::pty::Session;
use super::support::random::{RandomNumbers, number_of};
use cppcc::text::Lang;
use std::fs;
use std::thread;
use std::time::Duration;

/// How many random bytes each of the sessions gets.
const BYTES: usize = 175_000;
/// Six of them: over a megabyte.
const SESSIONS: u64 = 6;
/// How many pieces come slowly.
const SLOWLY: usize = 40;
/// Names the seed of the first.
const SEED: &str = "CPPCC_SEED";

/// Returns random bytes without those that end or stop the program.
fn noise(seed: u64) -> Vec<u8> {
    let mut numbers = RandomNumbers::new(seed);
    let calm = |byte: u8| if [3, 26, b'q'].contains(&byte) { 0x1b } else { byte };
    (0..BYTES).map(|_| calm(numbers.byte())).collect()
}

#[test]
fn a_megabyte_of_random_bytes_harms_nothing() {
    let first = number_of(SEED, 1);
    thread::scope(|scope| {
        for seed in first..first + SESSIONS {
            scope.spawn(move || {
                let folder = private_folder();
                let path = folder.path().to_str().unwrap();
                let kept = folder.path().join("kept.toml");
                fs::write(&kept, "# mine\n").unwrap();
                let environment = [("HOME", path), ("XDG_DATA_HOME", path), ("XDG_RUNTIME_DIR", path)];
                let arguments =
                    [[].as_slice(), &["present"], &["present", "--notes"]][usize::try_from(seed % 3).unwrap()];
                let mut session = Session::of_program(Lang::Zh, arguments, &environment, (80, 24));
                session.wait_for(vt100::Screen::alternate_screen);
                for (number, piece) in noise(seed).chunks(512).enumerate() {
                    session.send_bytes(piece);
                    // What comes faster than it can be done is dropped; the first pieces are done.
                    if number < SLOWLY {
                        thread::sleep(Duration::from_millis(40));
                    }
                }
                // A paste that has lost its end, and a question, take Ctrl-C as well.
                session.send("\x1b\x1b");
                thread::sleep(Duration::from_millis(100));
                session.send("\x03\x03\x03");
                assert_eq!(session.wait_for_status(), "0", "seed {seed}: {}", session.screen_text());
                session.assert_restored();
                assert_eq!(fs::read_to_string(kept).unwrap(), "# mine\n", "seed {seed}");
            });
        }
    });
}

#[test]
fn half_of_a_sequence_does_not_swallow_the_keys_behind_it() {
    let halves: [&[u8]; 12] = [
        b"\x1b",
        b"\x1b[",
        b"\x1b[1;",
        b"\x1b[<0;1",
        b"\x1bO",
        b"\x1b]52;c;",
        b"\x1bP1$r",
        b"\x1b_G",
        b"\x1b[?1;2",
        b"\xe6\x94",
        b"\xf0\x9f\x91",
        b"\x1b[M",
    ];
    let mut session = Session::of_program(Lang::Zh, &[], &[], (80, 24));
    session.wait_for_text("1 对比");
    for (half, place) in halves.iter().zip((0..).map(|number| number % 2)) {
        session.send_bytes(half);
        thread::sleep(Duration::from_millis(250));
        let (key, name) = [("2", "2 城市"), ("3", "3 覆盖")][place];
        // Whatever the first has been taken for, the second is a key.
        session.send(key);
        thread::sleep(Duration::from_millis(20));
        session.send(key);
        session.wait_until_text(name);
        let shown = session.screen_text();
        assert!(shown.contains(name), "{half:?}: {shown}");
    }
    session.send("q");
    assert_eq!(session.wait_for_status(), "0");
    session.assert_restored();
}

#[test]
fn a_hundred_thousand_lines_are_pasted_with_their_end_and_without() {
    let lines = "2024年，立案提案352件\nq2Lx\r".repeat(50_000);
    thread::scope(|scope| {
        // Over the screen, into Find, into the form, into the export's path, and over a slide.
        for (arguments, begin) in
            [([].as_slice(), ""), (&[], "/"), (&[], "a"), (&[], "\x05"), (&["present"], ""), (&["present"], "on\r")]
        {
            for end in ["\x1b[201~", ""] {
                let lines = &lines;
                scope.spawn(move || {
                    let folder = private_folder();
                    let mut session = Session::of_program_at(folder.path(), arguments);
                    session.wait_for(vt100::Screen::alternate_screen);
                    session.send(begin);
                    session.wait_until_quiet();
                    session.send(&format!("\x1b[200~{lines}{end}"));
                    session.wait_until_quiet();
                    // One without its end is given up after a second.
                    thread::sleep(Duration::from_millis(if end.is_empty() { 1200 } else { 0 }));
                    session.send("\x03\x03");
                    let status = session.wait_for_status();
                    assert_eq!(status, "0", "{arguments:?} {begin:?} {end:?}: {}", session.screen_text());
                    session.assert_restored();
                    let left: Vec<_> =
                        fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.path()).collect();
                    let written = left.iter().find(|path| path.join("deck.toml").exists());
                    assert_eq!(written, None, "{arguments:?} {begin:?} {end:?}");
                });
            }
        }
    });
}
