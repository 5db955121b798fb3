//! Exports what is on the screen for the dialog of the dashboard, and completes the paths that are typed there.

use cppcc::app::State;
use cppcc::app::export_dialog::ScreenExport;
use cppcc::cli::{Global, ScreenExportError, export_screen};
use cppcc::sorting::PutInOrder;
use cppcc::text::{ColorDepth, Phrase, Text, environment, visible_line, visible_path};
use cppcc::view::{Appearance, svg};
use std::path::Path;

const EXISTS: Phrase =
    Phrase { zh: "文件已存在；再按 Enter 覆盖", en: "The file exists already; Enter again replaces it" };

/// Exports something, and tells in the state what came of it.
pub(super) fn export(state: &mut State, appearance: Appearance, global: &Global, asked: &ScreenExport) {
    let (library, lang) = (std::rc::Rc::clone(state.library()), state.lang());
    // A picture has the colours of its background, whatever the terminal can draw.
    let drawn = Appearance { depth: ColorDepth::True, ..appearance };
    let picture = || {
        let mut beneath = state.clone();
        beneath.finish_export(Text::new("", ""));
        beneath.clear_notice();
        svg::without_keys(&beneath, drawn)
    };
    match export_screen(&library, global, asked, (lang, appearance.background), picture) {
        Ok(path) => {
            let path = visible_path(&path);
            state.finish_export(Text::new(format!("已导出：{path}"), format!("Exported to {path}")));
        }
        Err(ScreenExportError::Exists) => state.refuse_export(EXISTS.into(), true),
        Err(ScreenExportError::Refused(why)) => state.refuse_export(why, false),
    }
}

/// Completes the path that is typed by what is there, as far as that is one and the same; and lists what it may be.
pub(super) fn complete(state: &mut State, typed: &str) {
    let (folder, name) = typed.rsplit_once('/').map_or(("", typed), |(folder, name)| (folder, name));
    let before = typed.strip_suffix(name).unwrap_or_default();
    let mut found = entries(folder, before).into_iter().filter(|entry| is_meant(entry, name)).collect::<Vec<_>>();
    found.put_in_order();
    let Some(first) = found.first() else { return };
    let common = found.iter().fold(first.clone(), |common, entry| common_start(&common, entry));
    let others = (found.len() > 1).then(|| visible_line(&found.join("  ")).into_owned());
    let others = others.map(|others| Text::new(others.clone(), others));
    state.complete_path(&format!("{before}{common}"), others);
}

/// Whether an entry may be what is typed. Hidden ones are meant only by who types their dot.
fn is_meant(entry: &str, typed: &str) -> bool {
    entry.starts_with(typed) && (typed.starts_with('.') || !entry.starts_with('.'))
}

/// Returns the names in a folder; those of folders end with a slash.
fn entries(folder: &str, before: &str) -> Vec<String> {
    let home = std::env::var(environment::HOME).unwrap_or_default();
    let folder = match folder.strip_prefix('~') {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => format!("{home}{rest}"),
        _ if folder.is_empty() && before.is_empty() => ".".to_owned(),
        _ => format!("{folder}/"),
    };
    let listed = std::fs::read_dir(Path::new(&folder)).into_iter().flatten().flatten();
    let name = |entry: std::fs::DirEntry| {
        let name = entry.file_name().into_string().ok()?;
        Some(if entry.path().is_dir() { format!("{name}/") } else { name })
    };
    listed.filter_map(name).collect()
}

fn common_start(one: &str, other: &str) -> String {
    one.chars().zip(other.chars()).take_while(|(one, other)| one == other).map(|(one, _)| one).collect()
}
