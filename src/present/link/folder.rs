//! The folder of the sockets, which nobody else can write to.

use crate::text::{Lang, Text};
use rustix::io::{FdFlags, fcntl_setfd};
use rustix::net::{self, AddressFamily, SocketAddrUnix, SocketType};
use std::fs::{self, DirBuilder, Metadata};
use std::io;
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

const PREFIX: &str = "cppcc-present-";
const SUFFIX: &str = ".sock";

/// Explains why there is no folder for the sockets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderError(Text);

impl FolderError {
    /// Returns the explanation in both languages.
    #[must_use]
    pub fn text(&self) -> &Text {
        &self.0
    }

    /// Returns the explanation in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        self.0.get(lang)
    }
}

/// Returns the first of the `usual` folders that exists and is private to the user. Otherwise it is a private folder
/// below `temp`, made if it is missing.
///
/// # Errors
/// Fails if the folder below `temp` cannot be made, or is not private.
pub fn private_folder(usual: &[PathBuf], temp: &Path) -> Result<PathBuf, FolderError> {
    let user = rustix::process::geteuid().as_raw();
    let is_good = |folder: &&PathBuf| {
        folder.is_absolute() && fs::metadata(folder).is_ok_and(|metadata| is_private(&metadata, user))
    };
    if let Some(folder) = usual.iter().find(is_good) {
        return Ok(folder.clone());
    }
    let folder = temp.join(format!("cppcc-{user}"));
    let failed = |error: io::Error| {
        let path = folder.display();
        FolderError(Text::new(
            format!("无法使用文件夹 {path}：{error}"),
            format!("can't use the folder {path}: {error}"),
        ))
    };
    match DirBuilder::new().mode(0o700).create(&folder) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(failed(error)),
        _ => {}
    }
    // A link is not followed: whoever made it could let it lead elsewhere.
    let metadata = fs::symlink_metadata(&folder).map_err(failed)?;
    if !is_private(&metadata, user) {
        let path = folder.display();
        return Err(FolderError(Text::new(
            format!("文件夹 {path} 不是本用户独有（应为 0700），演讲者屏幕无法使用"),
            format!("the folder {path} is not this user's alone (mode 0700): no speaker's view"),
        )));
    }
    Ok(folder)
}

fn is_private(metadata: &Metadata, user: u32) -> bool {
    metadata.is_dir() && metadata.uid() == user && metadata.mode() & 0o7777 == 0o700
}

/// Returns the path of a process's socket in the folder.
#[must_use]
pub fn socket_path(folder: &Path, process: u32) -> PathBuf {
    folder.join(format!("{PREFIX}{process}{SUFFIX}"))
}

/// Connects to a socket, without waiting where too many others do: a process that hangs accepts nobody. A socket that refuses
/// is a dead process's, and removed.
pub(super) fn connect(path: &Path) -> io::Result<UnixStream> {
    connect_at_once(path).inspect_err(|error| {
        if error.kind() == io::ErrorKind::ConnectionRefused {
            let _ = fs::remove_file(path);
        }
    })
}

/// Connects to a socket if that is possible at once.
///
/// # Errors
/// Fails where nobody listens, where one may not connect, and where too many others wait to be let in.
pub fn connect_at_once(path: &Path) -> io::Result<UnixStream> {
    let address = SocketAddrUnix::new(path)?;
    let socket = net::socket(AddressFamily::UNIX, SocketType::STREAM, None)?;
    fcntl_setfd(&socket, FdFlags::CLOEXEC)?;
    let stream = UnixStream::from(socket);
    stream.set_nonblocking(true)?;
    net::connect(&stream, &address)?;
    stream.set_nonblocking(false)?;
    Ok(stream)
}

/// Returns the sockets of all presentations in the folder, and when each was made.
pub(super) fn sockets(folder: &Path) -> Vec<(SystemTime, PathBuf)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let is_ours = |name: &str| name.starts_with(PREFIX) && name.ends_with(SUFFIX);
    let paths = entries.flatten().filter(|entry| entry.file_name().to_str().is_some_and(is_ours));
    let made = |path: PathBuf| {
        let metadata = fs::symlink_metadata(&path).ok().filter(|metadata| metadata.file_type().is_socket())?;
        Some((metadata.modified().ok()?, path))
    };
    paths.filter_map(|entry| made(entry.path())).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use std::fs::Permissions;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    #[test]
    fn the_folder_is_the_users_alone_or_refused() {
        let temp = tempfile::tempdir().unwrap();
        let folder = private_folder(&[], temp.path()).unwrap();
        assert_eq!(fs::metadata(&folder).unwrap().mode() & 0o7777, 0o700);
        assert_eq!(private_folder(&[], temp.path()).unwrap(), folder);
        fs::set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
        assert!(private_folder(&[], temp.path()).unwrap_err().get(Lang::En).contains("0700"));
        fs::remove_dir(&folder).unwrap();
        let other = temp.path().join("other");
        DirBuilder::new().mode(0o700).create(&other).unwrap();
        symlink(&other, &folder).unwrap();
        assert!(private_folder(&[], temp.path()).is_err());
        let usual = [PathBuf::from("relative"), temp.path().join("none"), other.clone()];
        // A runtime folder of the user's own comes first; one that others can enter is passed over.
        assert_eq!(private_folder(&usual, temp.path()).unwrap(), other);
        fs::set_permissions(&other, Permissions::from_mode(0o777)).unwrap();
        assert!(private_folder(&usual, temp.path()).is_err());
    }

    #[test]
    fn only_sockets_of_presentations_are_listed() {
        let folder = tempfile::tempdir().unwrap();
        let path = socket_path(folder.path(), 7);
        let _ours = UnixListener::bind(&path).unwrap();
        let _other = UnixListener::bind(folder.path().join("other.sock")).unwrap();
        fs::write(socket_path(folder.path(), 8), "no socket").unwrap();
        let listed: Vec<_> = sockets(folder.path()).into_iter().map(|(_, path)| path).collect();
        assert_eq!(listed, [path]);
    }
}
