//! The themes that are named on the command line.

use super::short_names;
use super::stream::Failure;
use crate::domain::{Dataset, Key, Theme};
use crate::text::Text;
use itertools::Itertools;

/// Finds themes by their ids, their names, or the beginning of one. Names may be separated by Chinese commas, too.
///
/// # Errors
/// A name that means no theme, or more than one.
pub(super) fn named_themes(dataset: &Dataset, typed: &[String]) -> Result<Vec<Key<Theme>>, Failure> {
    let names = typed.iter().flat_map(|names| names.split(['，', '、', ','])).map(str::trim);
    let names = names.filter(|name| !name.is_empty());
    let found: Vec<Key<Theme>> = names.map(|name| theme(dataset, name)).collect::<Result<_, _>>()?;
    Ok(found.into_iter().unique().collect())
}

fn theme(dataset: &Dataset, typed: &str) -> Result<Key<Theme>, Failure> {
    let themes: Vec<(Key<Theme>, &Theme)> = dataset.themes.iter().collect();
    let found = short_names::find(&themes, typed, |(_, theme)| vec![&theme.id, &theme.name.zh, &theme.name.en]);
    let known = themes.iter().map(|(_, theme)| {
        Text::new(format!("{}（{}）", theme.id, theme.name.zh), format!("{} ({})", theme.id, theme.name.en))
    });
    let fault = || short_names::not_found(&Text::new("主题", "theme"), typed, &known.collect_vec());
    found.map(|(key, _)| *key).ok_or_else(|| Failure::Usage(fault()))
}
