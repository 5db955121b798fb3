//! One presentation, its speaker's view and a crowd of guests over a real server, at eight sizes and in both languages.

use std::fs;
use std::io::Write;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use super::guests;
use crate::support;
use crate::support::program::PROGRAM;
use crate::support::pty::{SOON, Session, wait_until_gone};
use crate::support::ssh::{Server, sockets};

const SIZES: [(u16, u16); 8] = [(80, 24), (100, 30), (120, 36), (90, 40), (132, 43), (160, 45), (80, 50), (200, 50)];
/// How many guests there are, where nobody asks for more: each is a connection of its own, which takes the server a while.
const GUESTS: usize = 12;
/// Names how many there are to be.
const VARIABLE: &str = "CPPCC_GUESTS";
const RIGHT: &str = "\x1b[C";

fn join(server: &Server, number: usize) -> Session {
    let lang = if number.is_multiple_of(2) { "SetEnv=LANG=zh_CN.UTF-8" } else { "SetEnv=LANG=en_GB.UTF-8" };
    server.session_with(&["-o", lang], "", SIZES[number % SIZES.len()])
}

/// Waits until a guest is in, in its own language.
fn wait_until_in(guest: &mut Session, number: usize) {
    guest.wait_until_text(if number.is_multiple_of(2) { "正在跟看" } else { "Following " });
}

/// Turns to a slide, and returns how long it took each guest to show it.
fn turn(shown: &mut Session, key: &str, number: usize, guests: &mut [Session]) -> Vec<Duration> {
    let start = Instant::now();
    shown.send(key);
    let foot = format!(" {number}/14");
    let times = guests.iter_mut().map(|guest| {
        guest.wait_until_text(&foot);
        guest.last_came().map_or(Duration::ZERO, |came| came.saturating_duration_since(start))
    });
    let mut times: Vec<Duration> = times.collect();
    times.sort();
    times
}

/// How many programs run that follow at this socket.
fn watching(socket: &Path) -> usize {
    let socket = socket.display().to_string();
    let is_ours = |path: std::path::PathBuf| {
        let line = fs::read(path.join("cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line);
        line.starts_with(PROGRAM) && line.contains("watch") && line.contains(&socket)
    };
    fs::read_dir("/proc").unwrap().filter(|entry| entry.as_ref().is_ok_and(|entry| is_ours(entry.path()))).count()
}

#[test]
fn a_crowd_follows_leaves_comes_back_and_nothing_stalls() {
    let runtime = support::private_folder();
    let socket = runtime.path().join("audience.sock");
    let Some(server) = guests::server(&socket) else { return };
    let count = std::env::var(VARIABLE).ok().and_then(|count| count.parse().ok()).unwrap_or(GUESTS);
    let mut shown = guests::presentation(runtime.path(), &socket);
    let mut notes = Session::of_program_at(runtime.path(), &["present", "--notes"]);
    notes.wait_until_text("1/14");
    let begun = Instant::now();
    let mut crowd: Vec<Session> = (0..count).map(|number| join(&server, number)).collect();
    crowd.iter_mut().enumerate().for_each(|(number, guest)| wait_until_in(guest, number));
    shown.wait_until_text(&format!("{count} 人跟看"));
    notes.wait_until_text(&format!("{count} 人跟看"));
    eprintln!("{count} guests are in after {:?}", begun.elapsed());
    let mut times: Vec<Duration> = (2..=6).flat_map(|number| turn(&mut shown, RIGHT, number, &mut crowd)).collect();
    // The speaker's view leads them as well.
    times.extend(turn(&mut notes, RIGHT, 7, &mut crowd));
    times.sort();
    let median = times[times.len() / 2];
    eprintln!("a key until a guest shows the slide: median {median:?}, longest {:?}", times[times.len() - 1]);
    assert!(median < Duration::from_millis(200), "{median:?}");
    // One sends ten megabytes of rubbish to the socket, and one takes nothing more from its line.
    let mut rude = UnixStream::connect(&socket).unwrap();
    let rubbish = vec![0xff; 1 << 20];
    assert!((0..10).any(|_| rude.write_all(&rubbish).is_err()), "somebody has listened");
    drop(rude);
    let mut deaf = crowd.pop().unwrap();
    deaf.without_reading(|_| {
        let times: Vec<Duration> = (8..=11).flat_map(|number| turn(&mut shown, RIGHT, number, &mut crowd)).collect();
        assert!(times.iter().all(|time| *time < Duration::from_secs(2)), "{times:?}");
    });
    deaf.wait_until_text("11/14");
    crowd.push(deaf);
    // Two of five leave, as lines drop, and come back.
    let leaving = count * 2 / 5;
    drop(crowd.drain(..leaving).collect::<Vec<_>>());
    shown.wait_until_text(&format!("{} 人跟看", count - leaving));
    let back = (0..leaving).map(|number| join(&server, number));
    crowd.extend(back);
    shown.wait_until_text(&format!("{count} 人跟看"));
    // The presentation is killed and begins again; all are with it by themselves.
    let process = shown.program();
    shown.kill(Signal::KILL);
    wait_until_gone(process);
    let mut shown = guests::presentation(runtime.path(), &socket);
    shown.wait_until_text(&format!("{count} 人跟看"));
    turn(&mut shown, RIGHT, 2, &mut crowd);
    // Nothing is left behind.
    drop(crowd);
    let end = Instant::now() + SOON;
    while watching(&socket) > 0 {
        assert!(Instant::now() < end, "{} still watch", watching(&socket));
        std::thread::sleep(Duration::from_millis(20));
    }
    shown.wait_until_text("0 人跟看");
    shown.send("qq");
    assert_eq!(shown.wait_for_status(), "0");
    notes.send("q");
    assert_eq!(notes.wait_for_status(), "0");
    assert_eq!(sockets(runtime.path()).len(), 0);
}
