//! The language that a locale asks for.

use super::environment::{LANG, LANGUAGE, LC_ALL, LC_MESSAGES};
use super::lang::Lang;

impl Lang {
    /// Returns the language that a POSIX locale asks for: Chinese for one that begins with `zh`, English for any other. The
    /// first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty is the locale. Unless it is `C` or `POSIX`, `LANGUAGE`
    /// wins over it, as for GNU gettext.
    ///
    /// `variable` looks a name up in the environment.
    pub fn from_locale(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let locale = set(LC_ALL).or_else(|| set(LC_MESSAGES)).or_else(|| set(LANG)).unwrap_or_default();
        let is_plain = locale.is_empty() || locale == "C" || locale == "POSIX" || locale.starts_with("C.");
        let wanted = if is_plain { locale } else { set(LANGUAGE).unwrap_or(locale) };
        if wanted.to_ascii_lowercase().starts_with("zh") { Self::Zh } else { Self::En }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(pairs: &'static [(&'static str, &'static str)]) -> Lang {
        Lang::from_locale(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn the_locale_chooses_the_language() {
        assert_eq!(locale(&[("LANG", "zh_CN.UTF-8")]), Lang::Zh);
        assert_eq!(locale(&[("LANG", "en_GB.UTF-8")]), Lang::En);
        assert_eq!(locale(&[]), Lang::En);
        assert_eq!(locale(&[("LC_ALL", ""), ("LC_MESSAGES", "zh_TW"), ("LANG", "en_US")]), Lang::Zh);
        assert_eq!(locale(&[("LC_ALL", "en_US"), ("LANG", "zh_CN")]), Lang::En);
        assert_eq!(locale(&[("LANG", "en_US"), ("LANGUAGE", "zh_CN:en")]), Lang::Zh);
        assert_eq!(locale(&[("LANG", "C.UTF-8"), ("LANGUAGE", "zh_CN")]), Lang::En);
    }
}
