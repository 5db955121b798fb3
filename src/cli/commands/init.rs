//! `cppcc init`: a folder to begin a pack with, or an empty spreadsheet. Nothing that is there is overwritten.

use crate::cli::options::{Global, InitOptions};
use crate::cli::stream::{Failure, say};
use crate::data::{self, Builtin};
use crate::entry::{slug, unused};
use crate::spreadsheet::{template_csv, template_xlsx};
use crate::text::{Lang, Text, visible_path};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The files of a starter pack, in one language.
const fn starter(lang: Lang) -> [(&'static str, &'static str); 3] {
    match lang {
        Lang::Zh => [
            ("pack.toml", include_str!("../starter/zh/pack.toml")),
            ("areas/shili.toml", include_str!("../starter/zh/areas.toml")),
            ("articles/shili.toml", include_str!("../starter/zh/articles.toml")),
        ],
        Lang::En => [
            ("pack.toml", include_str!("../starter/en/pack.toml")),
            ("areas/shili.toml", include_str!("../starter/en/areas.toml")),
            ("articles/shili.toml", include_str!("../starter/en/articles.toml")),
        ],
    }
}

/// Writes what is asked for, and says what to do next.
pub(in crate::cli) fn run(options: &InitOptions, global: &Global) -> Result<(), Failure> {
    match (&options.dir, &options.spreadsheet) {
        (Some(folder), _) => pack(folder, global.lang()),
        (None, Some(path)) => spreadsheet(path, global),
        // One of them is there, as the options say.
        (None, None) => Ok(()),
    }
}

fn pack(folder: &Path, lang: Lang) -> Result<(), Failure> {
    let folder = &folder.components().collect::<PathBuf>();
    let shown = visible_path(folder);
    match fs::read_dir(folder).map(|mut entries| entries.next().is_some()) {
        Ok(false) => {}
        Ok(true) => return Err(Failure::Usage(refusal(&shown, "不是空的", "is not empty"))),
        Err(error) if error.kind() == ErrorKind::NotFound && folder.symlink_metadata().is_err() => {}
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            return Err(Failure::Usage(refusal(&shown, "不是文件夹", "is no folder")));
        }
        Err(error) => return Err(Failure::File(folder.clone(), error)),
    }
    let name = folder.file_name().and_then(|name| slug(&name.to_string_lossy()));
    let packs = data::load(data::builtin(Builtin::All))?.dataset.packs;
    let id = unused(&name.unwrap_or_else(|| "my-data".to_owned()), |id| packs.find(id).is_some());
    write_pack(folder, &id, lang).map_err(|error| Failure::File(folder.clone(), error))?;
    say(&match lang {
        Lang::Zh => format!(
            "已写入 {shown}：先读其中的 areas/shili.toml；检查用 cppcc check {shown}，打开用 cppcc --data {shown}"
        ),
        Lang::En => format!(
            "{shown} is written: read areas/shili.toml in it first; cppcc check {shown} checks it, and cppcc --data {shown} opens it"
        ),
    });
    Ok(())
}

fn refusal(shown: &str, zh: &str, en: &str) -> Text {
    Text::new(
        format!("{shown} {zh}，什么也没有写；请换一个名称"),
        format!("{shown} {en}, and nothing is written; choose another name"),
    )
}

/// Writes the pack into a folder beside, which then takes the name: it is there whole, or not at all.
fn write_pack(folder: &Path, id: &str, lang: Lang) -> io::Result<()> {
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(above)?;
    let new = above.join(format!(".cppcc-init-{}", std::process::id()));
    fs::create_dir(&new)?;
    let written = fill(&new, id, lang).and_then(|()| fs::rename(&new, folder));
    written.inspect_err(|_| {
        let _ = fs::remove_dir_all(&new);
    })
}

fn fill(folder: &Path, id: &str, lang: Lang) -> io::Result<()> {
    for (name, text) in starter(lang) {
        let path = folder.join(name);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        let mut file = File::create_new(path)?;
        file.write_all(text.replace("{pack}", id).as_bytes())?;
        file.sync_all()?;
    }
    Ok(())
}

fn spreadsheet(path: &Path, global: &Global) -> Result<(), Failure> {
    let (lang, shown) = (global.lang(), visible_path(path));
    let library = data::load(global.sources().packs())?;
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    let bytes = match extension.as_deref() {
        Some("xlsx") => template_xlsx(&library, lang).map_err(|Text { zh, en }| {
            Failure::Usage(Text::new(format!("未能写出 {shown}：{zh}"), format!("{shown} can't be written: {en}")))
        })?,
        Some("csv") => template_csv(lang).into_bytes(),
        _ => {
            return Err(Failure::Usage(Text::new(
                format!("{shown}：名称要以 .xlsx 或 .csv 结尾"),
                format!("{shown}: the name must end in .xlsx or .csv"),
            )));
        }
    };
    write_new(path, &bytes).map_err(|error| Failure::File(path.to_owned(), error))?;
    say(&match lang {
        Lang::Zh => format!("已写入 {shown}；填好后：cppcc import {shown}"),
        Lang::En => format!("{shown} is written; when it is filled in: cppcc import {shown}"),
    });
    Ok(())
}

/// Writes a file that is not there yet, whole or not at all.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).inspect_err(|_| {
        let _ = fs::remove_file(path);
    })
}
