//! `cppcc export`: carries the data out, to files for other programs and people.

use super::picture::named_deck;
use crate::cli::global::language_of_locale;
use crate::cli::named_themes::named_themes;
use crate::cli::options::{ExportOptions, Global};
use crate::cli::saved_areas::named_areas;
use crate::cli::stream::{Failure, print, print_bytes, say, take, unless_closed, write_file};
use crate::data::{Overwrite, write_bytes, write_folder};
use crate::deck::Library;
use crate::domain::{Dataset, Measure};
use crate::export::{
    ExportFormat, ExportRequest, Exported, ExportedFolder, HandOut, ListFilter, PngError, RecordSet, SpeakerNotes,
    export,
};
use crate::search::resolve;
use crate::text::{Lang, Phrase, Text, Word, visible_path};
use itertools::Itertools;
use std::fs;
use std::io::{self, ErrorKind, IsTerminal};
use std::path::{Path, PathBuf};

const NO_FIGURE: Phrase = Phrase {
    zh: "没有符合条件的数字，未写出任何文件",
    en: "no figure is of this selection: nothing is written",
};

/// Exports what is asked for to a file, a folder, or standard output.
pub(in crate::cli) fn run(dataset: &Library, options: &ExportOptions, global: &Global) -> Result<(), Failure> {
    let output = options.output.as_deref().filter(|path| *path != Path::new("-"));
    let format = format(options.format, output)?;
    let table = options.table.unwrap_or_else(|| usual_table(format, output));
    check_options(options, format, table)?;
    if output.is_none() && format.is_binary() && io::stdout().is_terminal() {
        return Err(Failure::Usage(not_to_a_terminal(format)));
    }
    let filter = filter(dataset, options, global)?;
    if options.deck.is_none() && filter.figures(dataset).is_empty() {
        return Err(Failure::Nothing(NO_FIGURE));
    }
    let deck = options.deck.as_deref().map(|typed| named_deck(dataset, Some(typed), global.lang())).transpose()?;
    let spoken = if options.notes { SpeakerNotes::Shown } else { SpeakerNotes::LeftOut };
    let hand_out = deck.map(|deck| HandOut { library: dataset, deck: &dataset.decks[deck], spoken });
    let request = ExportRequest {
        filter: &filter,
        measure: options.per.map_or(Measure::Raw, Measure::from),
        table,
        style: global.look(),
        is_built_in: global.sources().are_builtin_alone(),
        requests: &[],
        hand_out,
    };
    let exported = export(dataset, format, &request)?;
    if let Exported::Document { without_bars: Some(why), .. } = &exported {
        say(&without_bars(*why, global.lang()));
    }
    match output {
        None => to_standard_output(&exported, options),
        Some(path) => {
            let overwrite = if options.force { Overwrite::Allowed } else { Overwrite::Never };
            to_file(path, format, &exported, options.bom, overwrite)
        }
    }
}

/// Writes to the file that `--output` names; to standard output where it names none, or `-`.
pub(super) fn write_output(output: Option<&Path>, text: &str) -> Result<(), Failure> {
    match output {
        Some(path) if path != Path::new("-") => write_file(path, text),
        _ => print(text),
    }
}

fn filter(dataset: &Dataset, options: &ExportOptions, global: &Global) -> Result<ListFilter, Failure> {
    let lang = global.lang();
    let indicators = options.indicators.iter().map(|typed| resolve::indicator(dataset, typed));
    let indicators: Vec<_> = indicators.collect::<Result<_, _>>()?;
    Ok(ListFilter {
        areas: named_areas(dataset, &options.areas, &global.config, lang)?,
        themes: named_themes(dataset, &options.themes)?,
        indicators: indicators.into_iter().map(|found| take(found, lang)).unique().collect(),
        year_choice: options.when,
        ..ListFilter::default()
    })
}

/// Returns the ending of a file's name in small letters; `None` where it has none.
fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}

/// Decides the format: the one that is named, or else that of the file's ending. One that contradicts the ending is refused.
pub(super) fn format(named: Option<ExportFormat>, output: Option<&Path>) -> Result<ExportFormat, Failure> {
    const NEEDED: Phrase = Phrase {
        zh: "export 缺少 --format 或 -o 文件；用法见：cppcc export --help",
        en: "export needs --format or -o FILE; usage: cppcc export --help",
    };
    let Some(path) = output else { return named.ok_or_else(|| Failure::Usage(NEEDED.into())) };
    let ending = ending(path);
    let of_ending = |ending: &str| {
        let mut formats = ExportFormat::WORDS.iter().map(|(_, format)| *format);
        formats.find(|format| format.endings().contains(&ending))
    };
    let known = ending.as_deref().and_then(of_ending);
    match named {
        // A pipe or a device has the name that it has.
        Some(format) if is_special(path) => Ok(format),
        Some(format) => {
            let is_right = ending.as_deref().is_some_and(|ending| format.endings().contains(&ending));
            let is_folder = format == ExportFormat::DataPackage && known.is_none();
            if is_right || is_folder { Ok(format) } else { Err(Failure::Usage(wrong_ending(path, format))) }
        }
        None => known.filter(|_| !path.is_dir()).ok_or_else(|| Failure::Usage(unknown_ending(path))),
    }
}

/// Whether there is something that is neither a file nor a folder, such as a pipe.
fn is_special(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| !found.is_file() && !found.is_dir())
}

fn wrong_ending(path: &Path, format: ExportFormat) -> Text {
    let (path, id) = (visible_path(path), format.id());
    let endings = format.endings().iter().map(|ending| format!(".{ending}")).collect_vec();
    let folder = if format == ExportFormat::DataPackage {
        Phrase { zh: "，或为文件夹", en: ", or is a folder" }
    } else {
        Phrase { zh: "", en: "" }
    };
    Text::new(
        format!("{path}：{id} 文件名应以 {} 结尾{}", endings.join(" 或 "), folder.zh),
        format!("{path}: the name of a file of {id} ends in {}{}", endings.join(" or "), folder.en),
    )
}

fn unknown_ending(path: &Path) -> Text {
    let endings = ExportFormat::WORDS.iter().flat_map(|(_, format)| format.endings()).unique();
    let endings = endings.map(|ending| format!(".{ending}")).collect_vec();
    let path = visible_path(path);
    Text::new(
        format!("{path}：按后缀看不出格式；可用 {}，写成文件夹用 --format datapackage", endings.join("、")),
        format!(
            "{path}: its ending names no format; write one of {}, or --format datapackage for a folder",
            endings.join(", ")
        ),
    )
}

/// Returns the table that is written where none is named: that of a file called `pairs` holds the pairs.
fn usual_table(format: ExportFormat, output: Option<&Path>) -> RecordSet {
    let is_pairs = output.and_then(Path::file_stem).is_some_and(|stem| stem == RecordSet::Pairs.id());
    if is_pairs && format.is_of_one_table() { RecordSet::Pairs } else { RecordSet::Figures }
}

/// Refuses an option that would change nothing: to pass it over would let somebody believe that it did.
fn check_options(options: &ExportOptions, format: ExportFormat, table: RecordSet) -> Result<(), Failure> {
    let id = format.id();
    let is_compared = format.is_of_comparisons() || (format.is_of_one_table() && table.is_of_comparisons());
    let useless = if options.table.is_some() && !format.is_of_one_table() {
        Some(Text::new(
            format!("--table 只用于 csv 和 tsv，不用于 {id}"),
            format!("--table is for csv and tsv, not for {id}"),
        ))
    } else if (options.deck.is_some() || options.notes) && !format.is_hand_out() {
        Some(Text::new(
            format!("--deck 和 --notes 只用于 html 和 docx，不用于 {id}"),
            format!("--deck and --notes are for html and docx, not for {id}"),
        ))
    } else if options.notes && options.deck.is_none() {
        Some(Text::new("--notes 须与 --deck 同用", "--notes goes with --deck"))
    } else if options.bom.is_some() && !format.is_of_one_table() {
        Some(Text::new(
            format!("--bom 只用于 csv 和 tsv，不用于 {id}"),
            format!("--bom is for csv and tsv, not for {id}"),
        ))
    } else if options.per.is_some() && !is_compared {
        Some(Text::new(
            "--per 只用于对比：xlsx、md、html、docx、datapackage，或 csv、tsv 加 --table comparison 或 --table pairs",
            "--per is for comparisons: xlsx, md, html, docx and datapackage, or csv and tsv with --table comparison or --table pairs",
        ))
    } else {
        None
    };
    useless.map_or(Ok(()), |why| Err(Failure::Usage(why)))
}

/// Says why a document has no bars; its tables have everything.
fn without_bars(why: PngError, lang: Lang) -> String {
    let why = why.text();
    match lang {
        Lang::Zh => format!("文档中未画条形，表格齐全：{}", why.zh),
        Lang::En => format!("the document has its tables and no bars: {}", why.en),
    }
}

fn not_to_a_terminal(format: ExportFormat) -> Text {
    let id = format.id();
    Text::new(
        format!("{id} 不是文字，不能写到终端；请加 -o 文件"),
        format!("{id} is not text, and is not written to a terminal; add -o FILE"),
    )
}

const BOM: &str = "\u{feff}";

fn to_standard_output(exported: &Exported, options: &ExportOptions) -> Result<(), Failure> {
    match exported {
        Exported::Text(text) if options.bom == Some(true) => print(&format!("{BOM}{text}")),
        Exported::Text(text) | Exported::WithStructure { text, .. } => print(text),
        Exported::Bytes(bytes) | Exported::Document { bytes, .. } => print_bytes(bytes),
        Exported::Folder(folder) => print_bytes(&folder.archive()),
    }
}

/// Writes what was exported to a file or a folder.
pub(super) fn to_file(
    path: &Path,
    format: ExportFormat,
    exported: &Exported,
    bom: Option<bool>,
    overwrite: Overwrite,
) -> Result<(), Failure> {
    let is_marked = bom.unwrap_or_else(|| format == ExportFormat::Csv && language_of_locale() == Lang::Zh);
    match exported {
        Exported::Text(text) if is_marked && format.is_of_one_table() && !is_special(path) => {
            write(path, format!("{BOM}{text}").as_bytes(), overwrite)
        }
        Exported::Text(text) => write(path, text.as_bytes(), overwrite),
        Exported::Bytes(bytes) | Exported::Document { bytes, .. } => write(path, bytes, overwrite),
        Exported::WithStructure { text, structure } => write_with_structure(path, text, structure, overwrite),
        Exported::Folder(folder) if is_special(path) || ending(path).as_deref() == Some("zip") => {
            write(path, &folder.archive(), overwrite)
        }
        Exported::Folder(folder) => write_all(path, folder, overwrite),
    }
}

/// Writes both files or, where one of them is there already, neither.
fn write_with_structure(path: &Path, text: &str, structure: &str, overwrite: Overwrite) -> Result<(), Failure> {
    if is_special(path) {
        return write(path, text.as_bytes(), overwrite);
    }
    let beside = path.with_extension("structure.json");
    let in_the_way = [path, &beside].into_iter().find(|path| path.exists());
    if let Some(found) = in_the_way.filter(|_| overwrite == Overwrite::Never) {
        return Err(Failure::Exists(found.to_owned()));
    }
    write(&beside, structure.as_bytes(), overwrite)?;
    write(path, text.as_bytes(), overwrite)
}

fn write(path: &Path, bytes: &[u8], overwrite: Overwrite) -> Result<(), Failure> {
    unless_closed(write_bytes(path, bytes, overwrite)).map_err(|error| failure(path, error))
}

fn write_all(path: &Path, folder: &ExportedFolder, overwrite: Overwrite) -> Result<(), Failure> {
    let files = folder.files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice())).collect_vec();
    write_folder(path, &files, overwrite).map_err(|error| match error.kind() {
        ErrorKind::DirectoryNotEmpty => Failure::Usage(holds_other_files(path)),
        _ => failure(path, error),
    })
}

fn holds_other_files(path: &Path) -> Text {
    let path = visible_path(path);
    Text::new(
        format!("{path} 中还有别的文件，不予替换；请换一个文件夹"),
        format!("{path} holds other files, and is not replaced; name another folder"),
    )
}

fn failure(path: &Path, error: io::Error) -> Failure {
    let path: PathBuf = path.to_owned();
    if error.kind() == ErrorKind::AlreadyExists { Failure::Exists(path) } else { Failure::File(path, error) }
}
