//! The pure parts by the clock: `cargo bench --bench pure`, or with a part of a name behind it.
#![allow(clippy::expect_used, reason = "a benchmark that can't be prepared has failed")]

#[path = "../tests/support/generated.rs"]
mod generated;
#[path = "pure/work.rs"]
mod work;

use divan::Bencher;

fn main() {
    divan::main();
}

fn names() -> impl Iterator<Item = &'static str> {
    work::ALL.iter().map(|(name, _)| *name)
}

#[divan::bench(args = names())]
fn pure(bencher: Bencher, name: &str) {
    let (_, prepare) = work::ALL.iter().find(|(known, _)| *known == name).expect("a piece of work");
    bencher.bench_local(prepare());
}
