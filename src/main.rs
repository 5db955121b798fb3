//! The program: the dashboard where no command is given, and otherwise the shell.

mod dashboard;

use cppcc::cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::parse(std::env::args_os()) {
        Err(status) => status,
        Ok(options) => match &options.command {
            None => dashboard::open(&options.global),
            Some(command) => cli::run(command, &options.global),
        },
    }
}
