//! Running a command of the shell, and what its exit status is.

use super::commands::{add, check, compare, config, export, import, import_sheet, init, list, remove, shot, verify};
use super::options::{Command, ExportOptions, Global, ImportOptions, ListOptions, ShotOptions};
use super::saved_areas::home;
use super::stream::{Failure, print, take};
use super::{completions, man};
use crate::checked::Faults;
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
        Command::Check { dirs, format } => return check::run(dirs, *format, global),
        Command::Add(options) => return add::run(options, global),
        Command::Remove(options) => return remove::run(options, global),
        Command::Init(options) => return init::run(options, global).map(|()| 0),
        Command::Import(options) => return import(options, global),
        Command::Config(options) => return config::run(options, global),
        // Completions are made from data with faults, too, only without ids: it is for other commands to report them.
        Command::Completions { shell } => {
            return print(&completions::script(*shell, load(global).ok().as_ref(), lang)).map(|()| 0);
        }
        Command::Man => return print(&man::page(lang)).map(|()| 0),
        _ => {}
    }
    let dataset = load_for(command, global)?;
    if let Command::Shot(options) = command {
        shot::run(dataset, options, global)?;
        return Ok(0);
    }
    let (dataset, look) = (&dataset, &global.look());
    match command {
        Command::Verify(options) => return verify::run(dataset, options, global),
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
        Command::Export(options) => export::run(dataset, options, global)?,
        // Done above, or by the binary, which has a terminal for it.
        Command::Add(_)
        | Command::Remove(_)
        | Command::Check { .. }
        | Command::Init(_)
        | Command::Import(_)
        | Command::Shot(_)
        | Command::Present(_)
        | Command::Watch(_)
        | Command::Config(_)
        | Command::Completions { .. }
        | Command::Man
        | Command::Doctor => {}
    }
    Ok(0)
}

/// Loads what a command works on.
fn load_for(command: &Command, global: &Global) -> Result<Library, Faults> {
    match command {
        // Here a slip in the user's own deck is told, for it is what is listed.
        Command::List(ListOptions { what: ListSubject::Decks, .. })
        | Command::Shot(ShotOptions { slide: Some(_), .. })
        | Command::Export(ExportOptions { deck: Some(_), .. }) => {
            let sources = global.sources();
            sources.load(sources.packs_and_deck())
        }
        _ => load(global),
    }
}

/// Imports what a file is: a spreadsheet, as its name or `--format` says, or else a page.
fn import(options: &ImportOptions, global: &Global) -> Result<u8, Failure> {
    const OF_A_PAGE: Phrase = Phrase {
        zh: "--area、--id、--article、--candidates、--force 只用于网页；表格里这些写在格中",
        en: "--area, --id, --article, --candidates and --force are for pages; a spreadsheet has these in its cells",
    };
    const OF_A_SHEET: Phrase = Phrase {
        zh: "--update 只用于表格；网页用 --force",
        en: "--update is for spreadsheets; for a page it is --force",
    };
    if let Some(why) = import_sheet::old_format(&options.file) {
        return Err(Failure::Usage(why.into()));
    }
    match import_sheet::format_of(&options.file, options.format) {
        None if options.update => Err(Failure::Usage(OF_A_SHEET.into())),
        Some(_) if options.page.any() => Err(Failure::Usage(OF_A_PAGE.into())),
        Some(format) => import_sheet::run(&options.file, format, options, global),
        None => import::run(&load(global)?, options, global),
    }
}

/// Loads the packs in force. The user's own deck is left out: a slip in it is nothing to the shell.
fn load(global: &Global) -> Result<Library, Faults> {
    let sources = global.sources();
    sources.load(sources.packs())
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
