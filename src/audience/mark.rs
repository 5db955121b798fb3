//! A question: sixteen bytes that name what is asked about, and nothing that anybody has typed.

use crate::app::AskedAbout;
use crate::deck::SlideNumber;
use crate::domain::Dataset;

/// A question as it goes over the socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark([u8; Mark::LENGTH]);

impl Mark {
    /// The bytes of every mark.
    pub const LENGTH: usize = 16;
    const START: [u8; 7] = *b"cppcc-?";
    const SLIDE: u8 = b'S';
    const FIGURE: u8 = b'F';

    /// Makes a mark of what is asked about.
    #[must_use]
    pub fn of(asked: &AskedAbout) -> Self {
        let (kind, number) = match asked {
            AskedAbout::Slide(number) => (Self::SLIDE, u64::try_from(number.get()).unwrap_or(0)),
            AskedAbout::Figure(id) => (Self::FIGURE, fingerprint(id)),
        };
        let mut bytes = [kind; Self::LENGTH];
        let (start, rest) = bytes.split_at_mut(Self::START.len());
        start.copy_from_slice(&Self::START);
        if let Some(last) = rest.last_chunk_mut() {
            *last = number.to_be_bytes();
        }
        Self(bytes)
    }

    /// Reads a mark; `None` where the bytes are none.
    #[must_use]
    pub fn read(bytes: [u8; Self::LENGTH]) -> Option<Self> {
        let kind = bytes.get(Self::START.len()).copied();
        let is_mark = bytes.starts_with(&Self::START) && matches!(kind, Some(Self::SLIDE | Self::FIGURE));
        is_mark.then_some(Self(bytes))
    }

    /// Returns the bytes that go over the socket.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }

    /// Finds what is asked about; `None` where these data do not have it.
    #[must_use]
    pub fn find(&self, dataset: &Dataset) -> Option<AskedAbout> {
        let number = u64::from_be_bytes(*self.0.last_chunk()?);
        if self.0.get(Self::START.len()) == Some(&Self::SLIDE) {
            return usize::try_from(number)
                .ok()
                .filter(|number| (1..=SlideNumber::LARGEST).contains(number))
                .map(|number| AskedAbout::Slide(SlideNumber::new(number)));
        }
        let mut figures = dataset.observations.iter();
        let found = figures.find(|(_, figure)| fingerprint(&figure.id) == number);
        found.map(|(_, figure)| AskedAbout::Figure(figure.id.clone()))
    }
}

/// Returns a number that stands for an id (FNV-1a). Two ids of one dataset practically never have the same, and if they had,
/// the wrong figure would be opened and seen to be wrong.
fn fingerprint(id: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    id.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}
