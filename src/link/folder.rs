//! Where the socket stands: in a folder that nobody else can write to.

use crate::text::{Lang, Text};
use std::fs::{self, DirBuilder, Metadata};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};

const SOCKET: &str = "cppcc-present.sock";

/// Why there is no folder for the socket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(Text);

impl Refused {
    /// In words.
    #[must_use]
    pub fn text(&self) -> &Text {
        &self.0
    }

    /// In one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        self.0.get(lang)
    }
}

/// The socket's path: in the first of the `usual` folders that is there and the user's alone, or else in a folder of the
/// user's own below `temp`, which is made if need be.
///
/// # Errors
/// Where that folder can't be made, or is not the user's alone.
pub fn socket_path(usual: &[PathBuf], temp: &Path) -> Result<PathBuf, Refused> {
    let user = rustix::process::geteuid().as_raw();
    let is_good =
        |folder: &&PathBuf| folder.is_absolute() && fs::metadata(folder).is_ok_and(|found| is_private(&found, user));
    if let Some(folder) = usual.iter().find(is_good) {
        return Ok(folder.join(SOCKET));
    }
    let folder = temp.join(format!("cppcc-{user}"));
    let failed = |error: io::Error| {
        let path = folder.display();
        Refused(Text::new(format!("无法使用文件夹 {path}：{error}"), format!("can't use the folder {path}: {error}")))
    };
    match DirBuilder::new().mode(0o700).create(&folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(failed(error)),
        _ => {}
    }
    // A link is not followed: whoever made it could let it lead elsewhere.
    let found = fs::symlink_metadata(&folder).map_err(failed)?;
    if !is_private(&found, user) {
        let path = folder.display();
        return Err(Refused(Text::new(
            format!("文件夹 {path} 不是本用户独有（应为 0700），演讲者屏幕无法使用"),
            format!("the folder {path} is not this user’s alone (mode 0700): no speaker’s view"),
        )));
    }
    Ok(folder.join(SOCKET))
}

fn is_private(found: &Metadata, user: u32) -> bool {
    found.is_dir() && found.uid() == user && found.mode() & 0o7777 == 0o700
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use std::fs::Permissions;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn the_folder_is_the_users_alone_or_refused() {
        let temp = tempfile::tempdir().unwrap();
        let path = socket_path(&[], temp.path()).unwrap();
        let folder = path.parent().unwrap();
        assert_eq!(fs::metadata(folder).unwrap().mode() & 0o7777, 0o700);
        assert_eq!(socket_path(&[], temp.path()).unwrap(), path);
        fs::set_permissions(folder, Permissions::from_mode(0o755)).unwrap();
        assert!(socket_path(&[], temp.path()).unwrap_err().get(Lang::En).contains("0700"));
        fs::remove_dir(folder).unwrap();
        let other = temp.path().join("other");
        DirBuilder::new().mode(0o700).create(&other).unwrap();
        symlink(&other, folder).unwrap();
        assert!(socket_path(&[], temp.path()).is_err());
        let usual = [PathBuf::from("relative"), temp.path().join("none"), other.clone()];
        // A runtime folder of the user's own comes first; one that others can enter is passed over.
        assert_eq!(socket_path(&usual, temp.path()).unwrap(), other.join(SOCKET));
        fs::set_permissions(&other, Permissions::from_mode(0o777)).unwrap();
        assert!(socket_path(&usual, temp.path()).is_err());
    }
}
