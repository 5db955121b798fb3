//! The language of the user's locale.

use crate::text::Lang;

/// Returns the language that the environment asks for.
#[must_use]
pub fn locale() -> Lang {
    Lang::from_locale(|name| std::env::var(name).ok())
}
