//! The program: the dashboard if no command is given, the terminal's doctor, and otherwise the shell.

#![forbid(unsafe_code)]

mod run;

use cppcc::cli::{self, Command};
use run::{dashboard, doctor, speaker, watch};
use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(panic = "abort")]
    end_at_a_panic();
    match cli::parse(std::env::args_os()) {
        Err(status) => status,
        Ok(options) => match &options.command {
            None => dashboard::open(&options.global, None),
            Some(Command::Watch(watch)) => watch::open(&options.global, watch),
            Some(Command::Present(present)) if present.notes => speaker::open(&options.global, present),
            Some(Command::Present(present)) => dashboard::open(&options.global, Some(present)),
            Some(Command::Doctor) => doctor::run(&options.global),
            Some(command) => cli::run(command, &options.global),
        },
    }
}

/// Has a panic end the program with the status that a panic has, after its message: an abort would leave a core file and
/// the shell's own word on it.
#[cfg(panic = "abort")]
fn end_at_a_panic() {
    let report = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        report(panic);
        std::process::exit(101);
    }));
}
