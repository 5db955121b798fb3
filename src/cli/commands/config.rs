//! `cppcc config`: shows and checks the file of settings.

use super::check::rendered;
use crate::checked::Faults;
use crate::cli::config::{Config, ConfigPath, load, template};
use crate::cli::options::{ConfigOptions, Global};
use crate::cli::saved_areas::unknown_areas;
use crate::cli::stream::{Failure, count_settings_faults, print, say};
use crate::data;
use crate::text::Phrase;

const NO_FOLDER: Phrase = Phrase {
    zh: "没有用户设置目录：HOME 未设，或不是绝对路径；请用 --config 指定",
    en: "there is no folder of settings, for HOME is not set, or is no absolute path; name a file with --config",
};
const NO_FILE: Phrase =
    Phrase { zh: "没有设置文件，均为默认", en: "there is no file of settings, and the defaults hold" };
const NO_FAULT: Phrase = Phrase { zh: "设置无误", en: "no fault in the settings" };

/// Prints where the settings are, or a template for them, or checks them.
pub(in crate::cli) fn run(options: &ConfigOptions, global: &Global) -> Result<u8, Failure> {
    let (lang, path) = (global.lang(), ConfigPath::find(global.config_file.as_deref()));
    if options.template {
        return print(&template(&path, lang)).map(|()| 0);
    }
    let Some(shown) = path.path() else {
        say(NO_FOLDER.get(lang));
        return Ok(1);
    };
    if options.path {
        return print(&format!("{}\n", shown.display())).map(|()| 0);
    }
    if let Err(faults) = load(&path).and_then(|config| check_areas(&config, global)) {
        say(&count_settings_faults(&faults, lang));
        print(&rendered(faults.diagnostics(), global))?;
        return Ok(2);
    }
    let result = if path.file().is_some() { NO_FAULT } else { NO_FILE };
    say(&format!("{}: {}", shown.display(), result.get(lang)));
    Ok(0)
}

/// Checks that the data know the areas that the settings name. Data with faults know nothing; they have a check of their own.
fn check_areas(config: &Config, global: &Global) -> Result<(), Faults> {
    let library = data::load(global.sources().packs());
    library.ok().and_then(|library| unknown_areas(&library, config)).map_or(Ok(()), Err)
}
