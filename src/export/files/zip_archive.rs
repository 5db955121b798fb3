//! ZIP archives of files that are stored as they are, by PKWARE's APPNOTE 6.3.
//!
//! A library would compress, and make the program larger by more than all archives that are ever written; who mails one can
//! compress it.

use crate::export::exported::{ExportedFile, ExportedFolder};
use jiff::civil::Date;

/// The version of the format that a reader must know: stored files and names in UTF-8.
const VERSION: u16 = 20;
/// Says that names are in UTF-8.
const UTF8: u16 = 1 << 11;

impl ExportedFolder {
    /// Returns the files as one ZIP archive; the same files always give the same bytes.
    #[must_use]
    pub fn archive(&self) -> Vec<u8> {
        archive(&self.files, self.date)
    }
}

/// Returns the files as an archive, all of one date.
fn archive(files: &[ExportedFile], date: Date) -> Vec<u8> {
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for file in files {
        let at = size(archive.len());
        let about = description(file, date);
        archive.extend(u32::to_le_bytes(0x0403_4b50));
        archive.extend(&about);
        archive.extend(file.name.as_bytes());
        archive.extend(&file.bytes);
        directory.extend(u32::to_le_bytes(0x0201_4b50));
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&about);
        // No comment, the first disk, no attributes.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(file.name.as_bytes());
    }
    let (start, length, count) = (size(archive.len()), size(directory.len()), count(files.len()));
    archive.extend(directory);
    archive.extend(u32::to_le_bytes(0x0605_4b50));
    archive.extend([0; 4]);
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend(length.to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0; 2]);
    archive
}

/// Returns what stands of a file before its bytes as well as in the directory: version, date, checksum, sizes.
fn description(file: &ExportedFile, date: Date) -> Vec<u8> {
    let year = u16::try_from(date.year().saturating_sub(1980)).unwrap_or(0).min(127);
    let part = |number: i8| u16::try_from(number).unwrap_or(1);
    let day = year << 9 | part(date.month()) << 5 | part(date.day());
    let mut out = Vec::new();
    // Stored as it is, at midnight.
    for number in [VERSION, UTF8, 0, 0, day] {
        out.extend(number.to_le_bytes());
    }
    let length = size(file.bytes.len());
    for number in [checksum(&file.bytes), length, length] {
        out.extend(number.to_le_bytes());
    }
    out.extend(count(file.name.len()).to_le_bytes());
    out.extend([0; 2]);
    out
}

/// Returns a size; all tables together stay far below the 4 GiB where another form of archive begins.
fn size(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

fn count(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// Returns the cyclic redundancy check of ISO 3309.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |rest: u32, _| if rest & 1 == 1 { rest >> 1 ^ 0xedb8_8320 } else { rest >> 1 };
    let table: [u32; 256] = std::array::from_fn(|byte| (0..8).fold(size(byte), step));
    let add = |rest: u32, byte: &u8| {
        let place = usize::from(rest.to_le_bytes()[0] ^ byte);
        table.get(place).copied().unwrap_or_default() ^ rest >> 8
    };
    !bytes.iter().fold(u32::MAX, add)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
        assert_eq!(checksum(b""), 0);
    }
}
