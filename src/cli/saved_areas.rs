//! The areas that the settings name, found in the data: the user's own, and those of groups.

use super::config::{Config, SettledGroup, SettledName};
use super::short_names::{self, group_name};
use super::stream::{Failure, take};
use crate::checked::Faults;
use crate::data;
use crate::domain::{Area, Dataset, Key, SavedGroup};
use crate::search::resolve::{self, NameFault, Resolved};
use crate::text::{Lang, Phrase, Text};
use itertools::Itertools;

/// Finds the area of the user's own committee; `None` where the settings name none.
///
/// # Errors
/// Where the data do not know the area, with its line in the settings.
pub fn home(dataset: &Dataset, config: &Config) -> Result<Option<Key<Area>>, Faults> {
    config.home.as_ref().map(|name| area(dataset, name)).transpose()
}

/// Finds the areas of all groups.
///
/// # Errors
/// All areas that the data do not know, each with its line in the settings.
pub fn saved_groups(dataset: &Dataset, config: &Config) -> Result<Vec<SavedGroup>, Faults> {
    all_or_faults(config.groups.iter().map(|group| saved_group(dataset, group)))
}

/// Returns all that was found, or all faults of what was not.
fn all_or_faults<T>(found: impl Iterator<Item = Result<T, Faults>>) -> Result<Vec<T>, Faults> {
    let (found, faults): (Vec<T>, Vec<Faults>) = found.partition_result();
    together(&faults).map_or(Ok(found), Err)
}

fn together(faults: &[Faults]) -> Option<Faults> {
    Faults::of(faults.iter().flat_map(|faults| faults.diagnostics().to_vec()).collect())
}

/// Returns everything that the data do not know of the areas in the settings.
pub(super) fn unknown_areas(dataset: &Dataset, config: &Config) -> Option<Faults> {
    let faults = [home(dataset, config).err(), saved_groups(dataset, config).err()];
    together(&faults.into_iter().flatten().collect_vec())
}

fn saved_group(dataset: &Dataset, group: &SettledGroup) -> Result<SavedGroup, Faults> {
    let areas = all_or_faults(group.areas.iter().map(|name| area(dataset, name)))?;
    Ok(SavedGroup { name: group.name.clone(), areas: areas.into_iter().unique().collect() })
}

fn area(dataset: &Dataset, name: &SettledName) -> Result<Key<Area>, Faults> {
    const HELP: Phrase = Phrase {
        zh: "改成所收地区的名称；全部名称见：cppcc list areas",
        en: "name an area that is held; all names: cppcc list areas",
    };
    let fault = |fault: NameFault| {
        let message = Text::new(fault.text(Lang::Zh), fault.text(Lang::En));
        let diagnostic = data::fault_at(&name.origin, "setting", message, HELP.into());
        Faults::of(vec![diagnostic]).unwrap_or_else(Faults::of_the_program)
    };
    resolve::area(dataset, &name.written).map(|found| found.key).map_err(fault)
}

/// Finds the areas that are named on the command line, each once: by names, or by `@` and the name of a group. Names may be
/// separated by Chinese commas, too. Without a name there is none.
///
/// # Errors
/// A name that means nothing, or more than one thing.
pub(super) fn named_areas(
    dataset: &Dataset,
    typed: &[String],
    config: &Config,
    lang: Lang,
) -> Result<Vec<Key<Area>>, Failure> {
    let names = typed.iter().flat_map(|names| names.split(['，', '、', ','])).map(str::trim);
    let names = names.filter(|name| !name.is_empty()).collect_vec();
    // All names are looked up before anything is said about one of them.
    let found: Vec<NamedAreas> = names.into_iter().map(|name| NamedAreas::find(dataset, name, config)).try_collect()?;
    Ok(found.into_iter().flat_map(|named| named.keys(lang)).unique().collect())
}

/// What one name on the command line stands for.
enum NamedAreas {
    Area(Resolved<Key<Area>>),
    Group(SavedGroup),
}

impl NamedAreas {
    fn find(dataset: &Dataset, typed: &str, config: &Config) -> Result<Self, Failure> {
        let Some(name) = group_name(typed) else { return Ok(Self::Area(resolve::area(dataset, typed)?)) };
        let group = short_names::find(&config.groups, name, |group| vec![group.name.as_str()]);
        let group = group.ok_or_else(|| Failure::Usage(no_group(name, config)))?;
        saved_group(dataset, group).map(Self::Group).map_err(Failure::Config)
    }

    fn keys(self, lang: Lang) -> Vec<Key<Area>> {
        match self {
            Self::Area(found) => vec![take(found, lang)],
            Self::Group(group) => group.areas,
        }
    }
}

fn no_group(name: &str, config: &Config) -> Text {
    if config.groups.is_empty() {
        return Text::new(
            format!("没有名为“{name}”的分组：设置中没有 [groups]；写法见 cppcc config --template"),
            format!(
                "no group is called “{name}”: the settings have no [groups]; cppcc config --template shows how to write them"
            ),
        );
    }
    let names = config.groups.iter().map(|group| Text::new(&group.name, &group.name)).collect_vec();
    short_names::not_found(&Text::new("分组", "group"), name, &names)
}
