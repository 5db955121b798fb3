//! Running a command of the shell, and what its exit status is.

use super::commands::{check, compare, config, export, list, shot};
use super::options::{Command, Global, ListOptions};
use super::saved_areas::home;
use super::stream::{Failure, print, take};
use super::{completions, man};
use crate::checked::Faults;
use crate::data;
use crate::deck::Library;
use crate::domain::{Area, Dataset, Key};
use crate::export::{Cited, ListSubject, citations, city, figure};
use crate::search::resolve;
use crate::text::Phrase;
use std::process::ExitCode;

/// Runs a command of the shell, reports a failure, and returns the exit status.
#[must_use]
pub fn run(command: &Command, global: &Global) -> ExitCode {
    let lang = global.lang();
    ExitCode::from(status(command, global).unwrap_or_else(|failure| {
        failure.report(lang);
        failure.status()
    }))
}

fn status(command: &Command, global: &Global) -> Result<u8, Failure> {
    let lang = global.lang();
    match command {
        Command::Check { dirs } => return check::run(dirs, global),
        Command::Config(options) => return config::run(options, global),
        Command::Completions { shell } => {
            // Completions are made from data with faults, too, only without ids: it is for other commands to report them.
            let dataset = load(global).ok();
            return print(&completions::script(*shell, dataset.as_ref(), lang)).map(|()| 0);
        }
        Command::Man => return print(&man::page(lang)).map(|()| 0),
        _ => {}
    }
    let dataset = match command {
        // Here a slip in the user's own deck is told, for it is what is listed.
        Command::List(ListOptions { what: ListSubject::Decks, .. }) => data::load(global.sources().packs_and_deck())?,
        _ => load(global)?,
    };
    if let Command::Shot(options) = command {
        shot::run(dataset, options, global)?;
        return Ok(0);
    }
    let (dataset, look) = (&dataset, &global.look());
    match command {
        Command::Compare(options) => return compare::run(dataset, options, global),
        Command::List(options) => list::run(dataset, options, global)?,
        Command::Show { figure: id, cite: None } => {
            print(&figure(dataset, take(resolve::figure(dataset, id)?, lang), look))?;
        }
        Command::Show { figure, cite: Some(style) } => {
            let key = take(resolve::figure(dataset, figure)?, lang);
            print(&citations(dataset, Cited::Figure(key), *style, look.lang)?)?;
        }
        Command::City { area, cite: Some(style), .. } => {
            let key = one_area(dataset, area.as_deref(), global)?;
            print(&citations(dataset, Cited::Area(key), *style, look.lang)?)?;
        }
        Command::City { area, plain, cite: None } => {
            let look = if *plain { look.aloud() } else { *look };
            print(&city(dataset, one_area(dataset, area.as_deref(), global)?, &look))?;
        }
        Command::Export { format, output } => export::run(dataset, *format, output.as_deref())?,
        // Done above, or by the binary, which has a terminal for it.
        Command::Check { .. }
        | Command::Shot(_)
        | Command::Present(_)
        | Command::Config(_)
        | Command::Completions { .. }
        | Command::Man
        | Command::Doctor => {}
    }
    Ok(0)
}

/// Loads the packs in force. The user's own deck is left out: a slip in it is nothing to the shell.
fn load(global: &Global) -> Result<Library, Faults> {
    data::load(global.sources().packs())
}

/// Returns the area that is named; without a name, that of the user's own committee.
fn one_area(dataset: &Dataset, typed: Option<&str>, global: &Global) -> Result<Key<Area>, Failure> {
    const NO_AREA: Phrase = Phrase {
        zh: "city 缺少 AREA：请写明一市，或在设置中写 home；全部名称见：cppcc list areas",
        en: "city needs AREA: name one, or give the settings a home; all names: cppcc list areas",
    };
    match typed {
        Some(typed) => Ok(take(resolve::area(dataset, typed)?, global.lang())),
        None => home(dataset, &global.config).map_err(Failure::Config)?.ok_or_else(|| Failure::Usage(NO_AREA.into())),
    }
}
