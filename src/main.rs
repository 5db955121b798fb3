//! The program: the dashboard where no command is given, the terminal's doctor, and otherwise the shell.

mod clock;
mod dashboard;
mod doctor;
mod lectern;
mod notes;

use cppcc::cli::{self, Command};
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::parse(std::env::args_os()) {
        Err(status) => status,
        Ok(options) => match &options.command {
            None => dashboard::open(&options.global, None),
            Some(Command::Present(talk)) if talk.notes => notes::open(&options.global, talk),
            Some(Command::Present(talk)) => dashboard::open(&options.global, Some(talk)),
            Some(Command::Doctor) => doctor::run(&options.global),
            Some(command) => cli::run(command, &options.global),
        },
    }
}
