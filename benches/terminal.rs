//! The real program on a real terminal: `cargo build --release --target-dir target/measured && cargo bench --bench terminal`. It has a
//! folder of its own, since benchmarks are compiled otherwise into that of a release.
//!
//! Measures a start, each key on each screen, rest and memory, and sets beside every count of bytes the fewest that were
//! found to show the same (`floor`). Other programs are measured in the same way: `cargo bench --bench terminal -- less FILE`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement that fails has no result"
)]

#[path = "terminal/floor.rs"]
mod floor;
#[path = "terminal/measured.rs"]
mod measured;
#[path = "../tests/support/mod.rs"]
mod support;

use measured::{Measured, Program, Size, median};
use std::path::PathBuf;
use std::time::Duration;
use std::{env, process};

const SIZES: [Size; 3] = [(80, 24), (120, 36), (200, 50)];
const STARTS: usize = 15;
const REST: Duration = Duration::from_secs(3);

/// What is pressed on a screen: its name, the key that leads there, and the keys that are measured, in turn.
type Screen = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const DOWN_UP: [(&str, &str); 2] = [("↓", "\x1b[B"), ("↑", "\x1b[A")];
const SCREENS: [Screen; 5] = [
    ("Compare", "1", &[DOWN_UP[0], DOWN_UP[1], ("→", "\x1b[C"), ("m", "m"), ("t", "t"), ("Tab", "\t")]),
    ("City", "2", &DOWN_UP),
    ("Coverage", "3", &DOWN_UP),
    ("Timeline", "4", &DOWN_UP),
    ("Initiatives", "5", &DOWN_UP),
];
/// How often each key is pressed.
const PRESSES: usize = 20;

fn main() {
    let named: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if let Some((program, arguments)) = named.split_first() {
        for size in SIZES {
            let other = Program { path: program.into(), arguments: arguments.to_vec() };
            print_start(&other, size);
            print_keys(&other, size, "", "", &DOWN_UP);
        }
        return;
    }
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/measured/release/cppcc");
    if !path.exists() {
        eprintln!("{} is missing: cargo build --release --target-dir target/measured", path.display());
        process::exit(2);
    }
    let program = Program { path, arguments: Vec::new() };
    for size in SIZES {
        print_start(&program, size);
        for (name, key, keys) in SCREENS {
            print_keys(&program, size, name, key, keys);
        }
    }
}

/// Prints a start, what rest costs, and the memory.
fn print_start(program: &Program, (columns, rows): Size) {
    let starts: Vec<_> = (0..STARTS).map(|_| program.start((columns, rows)).1).collect();
    let time = median(starts.iter().map(|start| start.time.as_secs_f64() * 1e3));
    let bytes = starts.iter().map(|start| start.bytes).max().unwrap_or_default();
    let floor = starts.iter().map(|start| start.floor).max().unwrap_or_default();
    let (mut session, _) = program.start((columns, rows));
    let rest = Measured::rest(&mut session, REST);
    let name = program.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    println!("\n{name} {columns}×{rows}");
    println!("  first whole frame  {time:6.2} ms  {bytes:6} bytes, floor {floor:6} ({})", ratio(bytes, floor));
    println!(
        "  at rest, {} s       {} bytes, {} wake-ups, {:.2} ms CPU",
        REST.as_secs(),
        rest.bytes,
        rest.wake_ups,
        rest.cpu
    );
    println!("  most memory        {:.1} MiB", rest.memory);
}

/// Prints what keys cost on a screen.
fn print_keys(program: &Program, size: Size, screen: &str, open: &str, keys: &[(&str, &str)]) {
    let (mut session, _) = program.start(size);
    if !open.is_empty() {
        Measured::key(&mut session, open);
    }
    for (name, key) in keys {
        let pressed: Vec<Measured> = (0..PRESSES).map(|_| Measured::key(&mut session, key)).collect();
        let bytes: usize = pressed.iter().map(|one| one.bytes).sum();
        let floor: usize = pressed.iter().map(|one| one.floor).sum();
        let cpu = median(pressed.iter().map(|one| one.cpu));
        let latency = median(pressed.iter().map(|one| one.latency.as_secs_f64() * 1e3));
        let each = bytes / PRESSES;
        println!(
            "  {screen:12} {name:4} {each:5} bytes, floor {:5} ({})  {cpu:5.2} ms CPU  {latency:5.2} ms until shown",
            floor / PRESSES,
            ratio(bytes, floor)
        );
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of bytes are small")]
fn ratio(bytes: usize, floor: usize) -> String {
    if floor == 0 { "–".to_owned() } else { format!("{:.2}×", bytes as f64 / floor as f64) }
}
