//! `cppcc import` of a spreadsheet: what it adds is checked with all data in force, and written into the user's pack.

use crate::cli::options::{Global, ImportOptions};
use crate::cli::stream::{Failure, say, say_lines};
use crate::data::{self, NotRead, read_regular, read_standard_input};
use crate::spreadsheet::{ImportError, Imported, SheetFormat, import};
use crate::text::{Lang, Phrase, Text, visible_path};
use crate::user_pack::{AddError, Added, UserPack};
use itertools::Itertools;
use std::path::Path;

/// Returns the format of a spreadsheet: the one that is named, or else what the name of the file says; `None` where it is none.
pub(in crate::cli) fn format_of(path: &Path, named: Option<SheetFormat>) -> Option<SheetFormat> {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    named.or(match extension.as_deref() {
        Some("xlsx") => Some(SheetFormat::Xlsx),
        Some("csv" | "tsv") => Some(SheetFormat::Csv),
        _ => None,
    })
}

/// Says how a workbook in the old format of Excel or WPS is made one that can be read; `None` for another file.
pub(in crate::cli) fn old_format(path: &Path) -> Option<Phrase> {
    const OLD: Phrase = Phrase {
        zh: "这是旧格式的表格（.xls、.et），不能读取；请在 Excel 或 WPS 里另存为 .xlsx，再导入",
        en: "a workbook in an old format (.xls, .et) can't be read; save it as .xlsx, and import that",
    };
    let extension = path.extension()?.to_string_lossy().to_lowercase();
    matches!(extension.as_str(), "xls" | "et" | "xlsb" | "ods").then_some(OLD)
}

/// Imports a file, or standard input where it is `-`; a trial writes nothing.
pub(in crate::cli) fn run(
    path: &Path,
    format: SheetFormat,
    options: &ImportOptions,
    global: &Global,
) -> Result<u8, Failure> {
    let (lang, sources, is_trial) = (global.lang(), global.sources(), options.dry_run);
    let shown = visible_path(path);
    let bytes = if path == Path::new("-") { read_standard_input() } else { read_regular(path) };
    let bytes = bytes.map_err(|why| Failure::Usage(of_file(&shown, &why)))?;
    let library = data::load(sources.packs())?;
    let imported = match import((&shown, &bytes), format, (&library, &sources), lang) {
        Ok(imported) => imported,
        Err(ImportError::Data(faults)) => return Err(faults.into()),
        Err(ImportError::Sheet(faults)) => {
            say(&counted(faults.count(), lang));
            say_lines(&faults.render(lang));
            return Ok(2);
        }
    };
    if !imported.changed.is_empty() && !options.update {
        let faults = imported.changes_as_faults(&shown);
        say(&counted(faults.count(), lang));
        say_lines(&faults.render(lang));
        return Ok(2);
    }
    for change in &imported.changed {
        say(change.words.get(lang));
    }
    let Imported { entries, already_there, changed } = imported;
    let count = [entries.areas.len(), entries.articles.len(), entries.figures.len() - changed.len(), changed.len()];
    let mut pack = UserPack::new(sources);
    let added = match (entries.is_empty(), is_trial) {
        (true, _) => Ok(None),
        (false, true) => pack.check_correction(&library, &entries).map(Some),
        (false, false) => pack.correct(&library, &entries).map(Some),
    };
    let added = added.map_err(not_added)?;
    say(&report(count, already_there, added.as_ref().filter(|_| !is_trial), lang));
    Ok(0)
}

fn of_file(shown: &str, why: &NotRead) -> Text {
    let why = why.text();
    Text::new(format!("{shown}：{}", why.zh), format!("{shown}: {}", why.en))
}

fn not_added(error: AddError) -> Failure {
    match error {
        AddError::Faults(faults) => Failure::from(faults),
        other => Failure::Usage(other.notice()),
    }
}

fn counted(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (count, Lang::Zh) => format!("表中有 {count} 处错误，什么也没有写入"),
        (1, Lang::En) => "1 fault in the spreadsheet, and nothing is written".to_owned(),
        (count, Lang::En) => format!("{count} faults in the spreadsheet, and nothing is written"),
    }
}

/// Says what was added, and where it is written.
fn report(
    [areas, articles, figures, changed]: [usize; 4],
    already_there: usize,
    added: Option<&Added>,
    lang: Lang,
) -> String {
    let files = added.map(|added| added.parts.iter().map(|part| visible_path(&part.path)).unique().join(", "));
    let s = |count: usize| if count == 1 { "" } else { "s" };
    match lang {
        Lang::Zh => {
            let there =
                if already_there > 0 { format!("，已有的 {already_there} 条跳过") } else { String::new() };
            let files = files.map_or("；未写入".to_owned(), |files| format!("；写入 {files}"));
            let changed = if changed > 0 { format!("，改正 {changed} 项") } else { String::new() };
            format!("新增 {areas} 个地区、{articles} 篇文章、{figures} 个数字{changed}{there}{files}")
        }
        Lang::En => {
            let there = if already_there > 0 { format!("; {already_there} there already") } else { String::new() };
            let files = files.map_or("; nothing is written".to_owned(), |files| format!("; written to {files}"));
            let changed = if changed > 0 { format!("; {changed} corrected") } else { String::new() };
            format!(
                "{areas} area{}, {articles} article{} and {figures} figure{} are new{changed}{there}{files}",
                s(areas),
                s(articles),
                s(figures)
            )
        }
    }
}
