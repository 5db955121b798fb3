//! `cppcc import`: takes a page, as it was saved, into the user's pack.

use crate::checked::{Faults, SourceFile};
use crate::cli::options::{Global, ImportOptions};
use crate::cli::stream::{Failure, drawable, print, say, take};
use crate::data::{self, NotRead, io_words, read_regular, read_standard_input};
use crate::deck::Library;
use crate::page::{CleanedPage, PageError, clean};
use crate::page_import::{
    Attachment, ImportPlan, ImportRequest, PlannedFile, WriteRefusal, candidates_toml, existing, plan, write,
};
use crate::search::resolve;
use crate::sorting::InOrder;
use crate::text::{Lang, Phrase, Text, visible, visible_path};
use crate::user_deck::DataSources;
use itertools::Itertools;
use std::io::Write;
use std::path::Path;

const NO_FOLDER: Phrase = Phrase {
    zh: "不知道写到哪里：请用 --data DIR 写明",
    en: "there is no folder to write into: name one with --data DIR",
};

/// Imports a page, and says what was done.
pub(in crate::cli) fn run(library: &Library, options: &ImportOptions, global: &Global) -> Result<u8, Failure> {
    let path = Some(options.file.as_path()).filter(|path| *path != Path::new("-"));
    page(library, path, options, global)
}

fn page(library: &Library, path: Option<&Path>, options: &ImportOptions, global: &Global) -> Result<u8, Failure> {
    let lang = global.lang();
    let refused = |why: Text| Failure::Usage(of_file(path, &why));
    let page = path.map_or_else(read_standard_input, read_regular).map_err(|why| refused(not_read(&why)))?;
    let page = clean(&page).map_err(|error| refused(error.text()))?;
    let sources = global.sources();
    let folder = sources.written_folder().ok_or(Failure::Nothing(NO_FOLDER))?;
    let article = options.page.article.as_deref().map(|id| resolve::article(library, id)).transpose()?;
    let area = options.page.area.as_deref().map(|typed| resolve::area(library, typed)).transpose()?;
    let request = ImportRequest {
        folder,
        file_name: path.and_then(Path::file_name).and_then(|name| name.to_str()),
        area: area.map(|area| take(area, lang)),
        id: options.page.id.as_deref(),
        article: article.map(|article| take(article, lang)),
        lang,
    };
    let planned = plan(library, &page, request).map_err(|fault| refused(fault.text(library)))?;
    check(&sources, folder, &planned)?;
    if options.dry_run {
        say(&would_write(&planned, options.page.force, lang));
    } else {
        write(folder, &planned.files, options.page.force).map_err(|refusal| not_written(refusal, path))?;
    }
    let report = report(library, &page, &planned, options.dry_run, lang);
    if options.page.candidates {
        let _ = std::io::stderr().write_all(drawable(&visible(&report)).as_bytes());
        print(&candidates_toml(&page, &planned.id, &library.areas[planned.area].id, lang))?;
    } else {
        print(&drawable(&visible(&report)))?;
    }
    Ok(0)
}

/// Checks all data with what would be written: a pack that can't be loaded any more would be no gain.
fn check(sources: &DataSources, folder: &Path, planned: &ImportPlan) -> Result<(), Faults> {
    let is_read = |file: &&PlannedFile| {
        file.path.extension().is_some_and(|kind| kind == "txt")
            || file.path.parent().is_some_and(|folder| folder.ends_with("articles"))
    };
    let new: Vec<&PlannedFile> = planned.files.iter().filter(is_read).collect();
    let mut files = sources.packs();
    files.retain(|file| !new.iter().any(|other| other.path == file.path));
    files
        .extend(new.into_iter().map(|file| SourceFile::new(folder, file.path.clone(), file.text.clone().into_bytes())));
    data::load(files).map(|_| ())
}

fn of_file(path: Option<&Path>, why: &Text) -> Text {
    match path {
        Some(path) => {
            Text::new(format!("{}：{}", visible_path(path), why.zh), format!("{}: {}", visible_path(path), why.en))
        }
        None => Text::new(format!("标准输入：{}", why.zh), format!("standard input: {}", why.en)),
    }
}

/// Returns why the page was not read. What comes through a pipe can be read another way.
fn not_read(why: &NotRead) -> Text {
    match why {
        NotRead::NotRegular => Text::new(
            "不是普通文件；管道的内容请用“-”从标准输入读",
            "it is no regular file; what comes through a pipe is read from standard input with `-`",
        ),
        NotRead::TooLarge => PageError::TooLarge.text(),
        NotRead::System(error) => io_words(error),
    }
}

fn not_written(refusal: WriteRefusal, from: Option<&Path>) -> Failure {
    match refusal {
        WriteRefusal::Exists(paths) => {
            let paths = paths.iter().map(|path| visible_path(path)).join(", ");
            Failure::Usage(of_file(
                from,
                &Text::new(
                    format!("没有写入：{paths} 已存在且内容不同；--force 覆盖，--id 换一个代号"),
                    format!(
                        "nothing was written: {paths} exists and holds something else; --force replaces it, --id gives another name"
                    ),
                ),
            ))
        }
        WriteRefusal::NotRegular(path) => Failure::Usage(Text::new(
            format!("没有写入：{} 不是普通文件", visible_path(&path)),
            format!("nothing was written: {} is no regular file", visible_path(&path)),
        )),
        WriteRefusal::System(path, error) => {
            let why = io_words(&error);
            Failure::Usage(Text::new(
                format!("没有写入：{}：{}", visible_path(&path), why.zh),
                format!("nothing was written: {}: {}", visible_path(&path), why.en),
            ))
        }
    }
}

fn would_write(planned: &ImportPlan, may_replace: bool, lang: Lang) -> String {
    let existing = existing(&planned.files);
    let paths = planned.files.iter().map(|file| visible_path(&file.path)).join(", ");
    match (existing.is_empty() || may_replace, lang) {
        (true, Lang::Zh) => format!("试运行，没有写入；将写：{paths}"),
        (true, Lang::En) => format!("dry run, nothing was written; it would write {paths}"),
        (false, Lang::Zh) => format!(
            "试运行，没有写入；{} 已存在且内容不同，要加 --force",
            existing.iter().map(|path| visible_path(path)).join(", ")
        ),
        (false, Lang::En) => format!(
            "dry run, nothing was written; {} exists and holds something else: it would need --force",
            existing.iter().map(|path| visible_path(path)).join(", ")
        ),
    }
}

/// Returns what was done, found and dropped, as lines for a person.
fn report(library: &Library, page: &CleanedPage, planned: &ImportPlan, is_dry: bool, lang: Lang) -> String {
    let mut lines = vec![belonging(library, page, planned, lang)];
    if !is_dry {
        lines.extend(planned.files.iter().map(|file| format!("  + {}", visible_path(&file.path))));
    }
    let kinds = page.repairs.iter().map(|repair| repair.kind).unique().in_order();
    let repairs = kinds.map(|kind| format!("{} {}", kind.name().get(lang), page.count(kind))).join(comma(lang));
    let drops = page.drops.iter().counts_by(|drop| drop.reason.name().get(lang));
    let drops = drops.into_iter().in_order().map(|(reason, count)| format!("{reason} {count}")).join(comma(lang));
    let (repaired, dropped) = match lang {
        Lang::Zh => ("修复：", "未收入的行："),
        Lang::En => ("repaired: ", "lines left out: "),
    };
    lines.extend(
        [(repaired, repairs), (dropped, drops)]
            .into_iter()
            .filter(|(_, what)| !what.is_empty())
            .map(|(label, what)| format!("{label}{what}")),
    );
    let look = if lang == Lang::Zh { "请核对" } else { "to look at" };
    let unclean = if lang == Lang::Zh { "未清理干净" } else { "not clean" };
    let place =
        |paragraph: usize| if lang == Lang::Zh { format!("第{paragraph}段") } else { format!("para. {paragraph}") };
    lines.extend(
        page.marks
            .iter()
            .map(|mark| format!("{look} {} {} {}", place(mark.paragraph), mark.kind.name().get(lang), mark.words)),
    );
    lines.extend(
        page.signs
            .iter()
            .map(|sign| format!("{unclean} {} {} {}", place(sign.paragraph), sign.kind.name().get(lang), sign.words)),
    );
    lines.join("\n") + "\n"
}

const fn comma(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "，",
        Lang::En => ", ",
    }
}

/// Says which article the page is.
fn belonging(library: &Library, page: &CleanedPage, planned: &ImportPlan, lang: Lang) -> String {
    let (id, count) = (&planned.id, page.paragraphs.len());
    let title = match planned.attachment {
        Attachment::Same(key) | Attachment::Named(key) => library.articles[key].title.clone(),
        Attachment::New => page.facts.title.clone().unwrap_or_default(),
    };
    match (planned.attachment, lang) {
        (Attachment::Same(_), Lang::Zh) => format!("原文与 {id} 整理时所读的相同，{count}段：{title}"),
        (Attachment::Same(_), Lang::En) => format!("the text that was read for {id}, {count} paragraphs: {title}"),
        (Attachment::Named(_), Lang::Zh) => format!("附为 {id} 的原文，{count}段：{title}"),
        (Attachment::Named(_), Lang::En) => format!("original of {id}, {count} paragraphs: {title}"),
        (Attachment::New, Lang::Zh) => format!("新文章 {id}，{count}段：{title}"),
        (Attachment::New, Lang::En) => format!("new article {id}, {count} paragraphs: {title}"),
    }
}
