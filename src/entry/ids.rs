//! Ids for what is added: lower-case letters, digits and hyphens, made of names as people type them.

use crate::search::in_pinyin;

/// Makes an id of a name, a Chinese one by its pinyin; `None` where nothing of it can be written.
#[must_use]
pub fn slug(name: &str) -> Option<String> {
    let mut slug = String::new();
    for character in name.chars() {
        match in_pinyin(character) {
            Some(reading) => slug.push_str(&reading),
            None if character.is_ascii_alphanumeric() => slug.push(character.to_ascii_lowercase()),
            None if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
    }
    let slug = slug.trim_matches('-');
    (!slug.is_empty()).then(|| slug.to_owned())
}

/// Makes the id of a figure: `AREA-YEAR-WHAT`, with a number behind it where that is taken.
#[must_use]
pub fn figure_id(area: &str, year: Option<i16>, indicator: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let id = match year {
        Some(year) => format!("{area}-{year:04}-{indicator}"),
        None => format!("{area}-{indicator}"),
    };
    unused(&id, is_taken)
}

/// Makes the id of an article: `AREA-YEAR-OUTLET`, with a number behind it where that is taken.
#[must_use]
pub fn article_id(area: &str, year: Option<i16>, outlet: Option<&str>, is_taken: impl Fn(&str) -> bool) -> String {
    let outlet = outlet.and_then(slug).unwrap_or_else(|| "article".to_owned());
    figure_id(area, year, &outlet, is_taken)
}

/// Returns an id that is not taken: this one, or this one with the next number that is free.
#[must_use]
pub fn unused(id: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(id) {
        return id.to_owned();
    }
    let numbered = (2_u32..).map(|number| format!("{id}-{number}"));
    numbered.into_iter().find(|id| !is_taken(id)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_ids() {
        assert_eq!(slug("德州").as_deref(), Some("dezhou"));
        assert_eq!(slug("Te Zhou (德)").as_deref(), Some("te-zhou-de"));
        assert_eq!(slug("《》"), None);
        let taken = ["dezhou-2024-x", "dezhou-2024-x-2"];
        assert_eq!(figure_id("dezhou", Some(2024), "x", |id| taken.contains(&id)), "dezhou-2024-x-3");
        assert_eq!(article_id("dezhou", None, Some("德州日报"), |_| false), "dezhou-dezhouribao");
        assert_eq!(article_id("dezhou", Some(2025), None, |_| false), "dezhou-2025-article");
    }
}
