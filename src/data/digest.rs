//! Reading digests: our own telling of an article, section by section.

use super::fault::Host;
use super::reader::{Reader, Value};
use super::register::Ids;
use super::telling;
use crate::domain::digest::Section;
use crate::domain::observation::Observation;

/// Reads one section.
pub(super) fn section(reader: &Reader, ids: &Ids<Observation>) -> Option<Section> {
    let heading = reader.need("heading").and_then(Value::text);
    let told = telling::both(reader.need("zh"), reader.need("en"), ids, Host::Digest)?;
    Some(Section { heading: heading?, body: told })
}
