//! The program: the dashboard if no command is given, the terminal's doctor, and otherwise the shell.

mod run;

use cppcc::cli::{self, Command};
use run::{dashboard, doctor, speaker, watch};
use std::process::ExitCode;

fn main() -> ExitCode {
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
