//! `cppcc remove`: takes a figure out of the user's own pack.

use super::add::{own_figure, say_faults};
use crate::cli::add_options::RemoveOptions;
use crate::cli::options::Global;
use crate::cli::stream::{Failure, drawable, print, say};
use crate::text::{Lang, visible_path};
use crate::user_deck::{self, LoadedData};
use crate::user_pack::{AddError, UserPack};
use crate::wording::figure_sentence;

/// Finds the figure, checks all data without it, and takes it out.
pub(in crate::cli) fn run(options: &RemoveOptions, global: &Global) -> Result<u8, Failure> {
    let lang = global.lang();
    let sources = global.sources();
    let LoadedData { dataset, .. } = user_deck::load(&sources.for_adding())?;
    let mut pack = UserPack::new(sources);
    let id = own_figure(&pack, &dataset, &options.figure, lang)?;
    if let Some(key) = dataset.observations.find(&id) {
        say(&figure_sentence(&dataset, key, lang));
    }
    let removed = if options.dry_run { pack.check_removal(&dataset, &id) } else { pack.remove(&dataset, &id) };
    match removed {
        Ok(removed) => {
            let path = removed.parts.first().map_or_else(String::new, |part| visible_path(&part.path));
            say(&match (options.dry_run, lang) {
                (true, Lang::Zh) => format!("只核对，未删除；将从 {path} 删去 {id}"),
                (true, Lang::En) => format!("checked, not removed; {id} would go out of {path}"),
                (false, Lang::Zh) => format!("已从 {path} 删去 {id}"),
                (false, Lang::En) => format!("{id} removed from {path}"),
            });
            let lines = removed.parts.iter().map(|part| part.removed.as_str()).collect::<String>();
            print(&drawable(&lines))?;
            Ok(0)
        }
        Err(AddError::Faults(faults)) => {
            say_faults(&faults, lang);
            say(match lang {
                Lang::Zh => "未删除：别处引用了它",
                Lang::En => "nothing is removed: other entries refer to it",
            });
            Ok(2)
        }
        Err(why) => {
            say(&why.text(lang));
            Ok(2)
        }
    }
}
