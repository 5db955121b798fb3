//! What each command does.

use super::config::{Config, Place, template};
use super::options::{Command, ConfigOptions, Global};
use super::stream::{Failure, faults_found, print, say, settings_faults_found, write_file};
use super::values::ExportFormat;
use super::{compare, completions, man, own_deck, shot};
use crate::checked::{Content, Diagnostic, Faults, SourceFile, read_folder};
use crate::data;
use crate::deck::Deck;
use crate::deck::Slide;
use crate::domain::{Dataset, Key};
use crate::export::{Paint, city, dataset_json, figure, list, observations_csv};
use crate::search::resolve;
use crate::text::{Lang, Phrase};
use crate::view::slides;
use crate::wording::cite;
use itertools::Itertools;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Does what a command says, tells of what fails, and gives the exit status.
#[must_use]
pub fn run(command: &Command, global: &Global) -> ExitCode {
    let lang = global.lang();
    ExitCode::from(done(command, global).unwrap_or_else(|failure| {
        failure.tell(lang);
        failure.status()
    }))
}

fn done(command: &Command, global: &Global) -> Result<u8, Failure> {
    let lang = global.lang();
    match command {
        Command::Check { dirs } => return check(dirs, global),
        Command::Config(options) => return config(options, global),
        Command::Completions { shell } => {
            // Where the data has faults, other commands tell them.
            let dataset = load(global).ok();
            return print(&completions::script(*shell, dataset.as_ref(), lang)).map(|()| 0);
        }
        Command::Man => return print(&man::page(lang)).map(|()| 0),
        _ => {}
    }
    let dataset = load(global)?;
    if let Command::Shot(options) = command {
        shot::run(dataset, options, global)?;
        return Ok(0);
    }
    let (dataset, look) = (&dataset, &global.look());
    match command {
        Command::Compare(options) => return compare::run(dataset, options, global),
        Command::List { what, format } => print(&list(dataset, (*what).into(), (*format).into(), look)?)?,
        Command::Show { figure: id, cite: None } => print(&figure(dataset, resolve::figure(dataset, id)?, look))?,
        Command::Show { figure, cite: Some(form) } => {
            let key = resolve::figure(dataset, figure)?;
            print(&(cite(dataset, key, *form, look.lang) + "\n"))?;
        }
        Command::City { area, plain } => {
            let look = if *plain { look.aloud() } else { *look };
            print(&city(dataset, resolve::area(dataset, area)?, &look))?;
        }
        Command::Export { format, output } => export(dataset, *format, output.as_deref())?,
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

/// Loads the data in force: what is compiled in, and the folders asked for. The person's own deck is nothing to the shell.
///
/// # Errors
/// All faults of all files.
pub fn load(global: &Global) -> Result<Dataset, Faults> {
    data::load(files(&global.data_folders(), global))
}

/// The files of the data in force. A pack in a folder that has the id of one that is compiled in takes its place, so
/// that a copy of it can be edited and checked.
pub(super) fn files(folders: &[PathBuf], global: &Global) -> Vec<SourceFile> {
    let same = |folder: &&PathBuf| folder.canonicalize().unwrap_or_else(|_| (*folder).clone());
    let read: Vec<SourceFile> = folders.iter().unique_by(same).flat_map(|folder| read_folder(folder)).collect();
    let replaced: Vec<String> = read.iter().filter_map(pack_id).collect();
    let mut files = data::builtin(global.builtin.into());
    let roots: Vec<PathBuf> = files
        .iter()
        .filter(|file| pack_id(file).is_some_and(|id| replaced.contains(&id)))
        .map(|file| file.root.clone())
        .collect();
    files.retain(|file| !roots.contains(&file.root));
    files.extend(read);
    files
}

/// The id under a file's `[pack]`, found without reading the rest, which may have faults.
fn pack_id(file: &SourceFile) -> Option<String> {
    let Content::Bytes(bytes) = &file.content else { return None };
    let text = std::str::from_utf8(bytes).ok()?;
    let mut lines = text.lines().map(str::trim).skip_while(|line| *line != "[pack]").skip(1);
    let value = lines.find_map(|line| line.strip_prefix("id")?.trim_start().strip_prefix('='))?;
    value.split('"').nth(1).map(str::to_owned)
}

/// Checks the data in force with the folders, prints every fault, and says how much was checked where there is none.
fn check(folders: &[PathBuf], global: &Global) -> Result<u8, Failure> {
    let lang = global.lang();
    let mut all = global.data_folders();
    all.extend_from_slice(folders);
    match data::load(own_deck::files_with_own(&all, global)).and_then(with_room) {
        Ok(dataset) => {
            say(&counts(&dataset, lang));
            Ok(0)
        }
        Err(faults) => {
            say(&faults_found(&faults, lang));
            print(&rendered(&faults, global))?;
            Ok(2)
        }
    }
}

fn rendered(faults: &Faults, global: &Global) -> String {
    let lang = global.lang();
    match global.paint() {
        Paint::Plain => faults.render(lang),
        Paint::Ansi => faults.diagnostics().iter().map(|fault| fault.render_coloured(lang) + "\n").join("\n"),
    }
}

/// Writes where the settings are, or a template for them, or checks them.
fn config(options: &ConfigOptions, global: &Global) -> Result<u8, Failure> {
    const NOWHERE: Phrase = Phrase {
        zh: "没有用户设置目录（未设 HOME）；请用 --config 指定",
        en: "there is no folder of settings, for HOME is not set; name a file with --config",
    };
    const NO_FILE: Phrase =
        Phrase { zh: "没有设置文件，均为默认", en: "there is no file of settings, and the defaults hold" };
    const SOUND: Phrase = Phrase { zh: "设置无误", en: "no fault in the settings" };
    let (lang, place) = (global.lang(), Place::find(global.config_file.as_deref()));
    if options.template {
        return print(&template(&place, lang)).map(|()| 0);
    }
    let Some(path) = place.path() else {
        say(NOWHERE.get(lang));
        return Ok(1);
    };
    if options.path {
        return print(&format!("{}\n", path.display())).map(|()| 0);
    }
    if let Err(faults) = Config::load(&place) {
        say(&settings_faults_found(&faults, lang));
        print(&rendered(&faults, global))?;
        return Ok(2);
    }
    let said = if place.file().is_some() { SOUND } else { NO_FILE };
    say(&format!("{}: {}", path.display(), said.get(lang)));
    Ok(0)
}

/// Whether all slides of a deck have room. Those that are compiled in have: that was seen to when the program was made.
///
/// # Errors
/// Those that have none.
pub fn check_room(dataset: &Dataset, deck: Key<Deck>) -> Result<(), Faults> {
    let slides = &dataset.decks[deck].slides;
    let wanted = |slide: &Slide| slides.contains(slide) && !data::is_compiled_in(&slide.origin.path);
    Faults::of(slides::misfits(dataset, wanted).into_iter().map(misfit_fault).collect()).map_or(Ok(()), Err)
}

fn misfit_fault(misfit: slides::Misfit) -> Diagnostic {
    Diagnostic::at(&misfit.origin, misfit.message, misfit.help)
}

/// The data, unless a slide has no room.
fn with_room(dataset: Dataset) -> Result<Dataset, Faults> {
    Faults::of(slides::misfits(&dataset, |_| true).into_iter().map(misfit_fault).collect()).map_or(Ok(dataset), Err)
}

fn counts(dataset: &Dataset, lang: Lang) -> String {
    let counts = [
        (dataset.areas.len(), " 个地区", "area"),
        (dataset.indicators.len(), " 项指标", "indicator"),
        (dataset.observations.len(), " 个数字", "figure"),
        (dataset.articles.len(), " 篇文章", "article"),
        (dataset.initiatives.len(), " 个平台机制", "initiative"),
        (dataset.decks.len(), " 份演示稿", "deck"),
    ];
    // Packs without a deck are the rule.
    let counts: Vec<_> = counts.into_iter().filter(|(count, _, en)| *count > 0 || *en != "deck").collect();
    match lang {
        Lang::Zh => format!("数据无误：{}", counts.iter().map(|(count, zh, _)| format!("{count}{zh}")).join("、")),
        Lang::En => {
            let plural = |count: usize| if count == 1 { "" } else { "s" };
            let mut said = counts.iter().map(|(count, _, en)| format!("{count} {en}{}", plural(*count)));
            format!("no fault: {}", said.join(", "))
        }
    }
}

fn export(dataset: &Dataset, format: ExportFormat, output: Option<&Path>) -> Result<(), Failure> {
    let text = match format {
        ExportFormat::Json => dataset_json(dataset)?,
        ExportFormat::Csv => observations_csv(dataset)?,
    };
    match output {
        Some(path) if path != Path::new("-") => write_file(path, &text),
        _ => print(&text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_is_known_by_its_id_though_the_rest_has_faults() {
        let id = |text: &'static str| pack_id(&SourceFile::new("data", "pack.toml", text.as_bytes()));
        assert_eq!(id("[pack]\nname = 1\nid = \"reports\"\n[[theme"), Some("reports".to_owned()));
        assert_eq!(id("[[theme]]\nid = \"reports\"\n"), None);
        assert_eq!(id(""), None);
    }
}
