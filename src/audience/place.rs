//! Where the sockets of audiences are, and who must own them: a folder that anybody may enter can be made by anybody first.

use super::person::{Person, group_named};
use super::rights::AudienceRights;
use crate::data::io_words;
use crate::present::link::connect_at_once;
use crate::text::Text;
use rustix::fs::{Gid, chown};
use std::fs::{self, DirBuilder, Metadata, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt, PermissionsExt};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How the name of a folder for others begins; the number of its user follows.
const FOLDER: &str = "cppcc-audience-";
/// How the name of a socket begins; the number of its process follows.
const SOCKET: &str = "cppcc-audience-";
const SUFFIX: &str = ".sock";

/// Where sockets are made and looked for.
#[derive(Clone, Debug)]
pub struct AudienceFolders {
    /// The user's private folder, in which an audience of the same user meets.
    pub private: Option<PathBuf>,
    /// The folder that everybody may write to, in which each user has one for an audience of others.
    pub shared: PathBuf,
    /// The one socket that was named instead.
    pub named: Option<PathBuf>,
}

impl AudienceFolders {
    /// Returns where a presentation of this process makes its socket.
    ///
    /// # Errors
    /// Fails where the folder can't be made, or is not the user's.
    pub fn socket(&self, rights: &AudienceRights) -> Result<PathBuf, Text> {
        if let Some(named) = &self.named {
            return Ok(named.clone());
        }
        let folder = match (rights, &self.private) {
            (AudienceRights::User, Some(private)) => private.clone(),
            _ => self.own_shared_folder()?,
        };
        // What programs that were killed have left is removed when nobody answers.
        for socket in sockets(&folder, rustix::process::geteuid().as_raw()) {
            drop(socket.connect());
        }
        Ok(folder.join(format!("{SOCKET}{}{SUFFIX}", std::process::id())))
    }

    /// Returns the user's folder that others may enter, and makes it where it is missing.
    fn own_shared_folder(&self) -> Result<PathBuf, Text> {
        let user = rustix::process::geteuid().as_raw();
        let folder = self.shared.join(format!("{FOLDER}{user}"));
        match DirBuilder::new().mode(0o755).create(&folder) {
            // Whatever is usually taken away from new folders, others must be able to enter this one.
            Ok(()) => {
                fs::set_permissions(&folder, Permissions::from_mode(0o755)).map_err(|why| failed(&folder, &why))?;
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failed(&folder, &error)),
        }
        // A link is not followed: whoever made it could let it lead elsewhere.
        let metadata = fs::symlink_metadata(&folder).map_err(|why| failed(&folder, &why))?;
        if is_of_alone(&metadata, user) {
            return Ok(folder);
        }
        let path = folder.display();
        Err(Text::new(
            format!("文件夹 {path} 不属于本用户，或他人可写（应为 0755）；请删除，或用 --socket 另指定位置"),
            format!(
                "the folder {path} is not yours, or others may write to it (mode 0755 is right): remove it, or name another place with --socket"
            ),
        ))
    }

    /// Finds the sockets of all presentations that might be followed, and who they belong to.
    #[must_use]
    pub fn find(&self) -> Vec<AudienceSocket> {
        if let Some(named) = &self.named {
            return AudienceSocket::at(named.clone()).into_iter().collect();
        }
        let own = rustix::process::geteuid().as_raw();
        let private = self.private.iter().flat_map(|folder| sockets(folder, own));
        let folders = entries(&self.shared).filter_map(|path| {
            let user: u32 = path.file_name()?.to_str()?.strip_prefix(FOLDER)?.parse().ok()?;
            let metadata = fs::symlink_metadata(&path).ok()?;
            is_of_alone(&metadata, user).then_some((path, user))
        });
        private.chain(folders.flat_map(|(folder, user)| sockets(&folder, user))).collect()
    }
}

fn failed(path: &Path, why: &io::Error) -> Text {
    let (path, why) = (path.display(), io_words(why));
    Text::new(format!("听众无法跟看：{}（{path}）", why.zh), format!("no audience: {} ({path})", why.en))
}

/// Whether it is a folder of this user, to which nobody else can write.
fn is_of_alone(metadata: &Metadata, user: u32) -> bool {
    metadata.is_dir() && metadata.uid() == user && metadata.mode() & 0o022 == 0
}

fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path())
}

/// Returns the sockets of audiences in a user's folder.
fn sockets(folder: &Path, user: u32) -> Vec<AudienceSocket> {
    let is_ours = |path: &PathBuf| {
        path.file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with(SOCKET) && name.ends_with(SUFFIX))
    };
    let found = entries(folder).filter(is_ours).filter_map(AudienceSocket::at);
    found.filter(|socket| socket.user == user).collect()
}

/// The socket of a presentation that might be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AudienceSocket {
    pub path: PathBuf,
    /// The user whose file it is.
    pub user: u32,
    /// When it was made.
    pub made: SystemTime,
}

impl AudienceSocket {
    fn at(path: PathBuf) -> Option<Self> {
        let metadata = fs::symlink_metadata(&path).ok().filter(|metadata| metadata.file_type().is_socket())?;
        Some(Self { user: metadata.uid(), made: metadata.modified().ok()?, path })
    }

    /// Connects to it, if its user is who listens there.
    ///
    /// # Errors
    /// Fails where nobody listens, one may not connect, or another user listens than the one whose file it is.
    pub fn connect(&self) -> io::Result<UnixStream> {
        let stream = connect_at_once(&self.path).inspect_err(|error| {
            let is_own = self.user == rustix::process::geteuid().as_raw();
            if error.kind() == ErrorKind::ConnectionRefused && is_own {
                // The program was killed, and could not remove it.
                let _ = fs::remove_file(&self.path);
            }
        })?;
        let listens = Person::at_other_end(&stream);
        if listens == Some(self.user) { Ok(stream) } else { Err(ErrorKind::PermissionDenied.into()) }
    }
}

/// Makes the socket of an audience with its rights. It is made under another name and renamed when it is complete.
///
/// # Errors
/// Fails where something else has its name, somebody presents there already, the group is unknown, or the system refuses.
pub fn bind_socket(path: &Path, rights: &AudienceRights) -> Result<UnixListener, Text> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if !metadata.file_type().is_socket() => {
            return Err(failed(path, &ErrorKind::AlreadyExists.into()));
        }
        Ok(_) if connect_at_once(path).is_ok() => {
            let path = path.display();
            return Err(Text::new(
                format!("听众无法跟看：已有放映使用 {path}"),
                format!("no audience: another presentation uses {path}"),
            ));
        }
        _ => {}
    }
    let group = match rights {
        AudienceRights::Group(name) => Some(group_named(name).ok_or_else(|| {
            Text::new(
                format!("听众无法跟看：没有名为 {name} 的用户组"),
                format!("no audience: there is no group {name}"),
            )
        })?),
        AudienceRights::User | AudienceRights::Anyone => None,
    };
    bind_and_rename(path, rights.mode(), group).map_err(|why| failed(path, &why))
}

fn bind_and_rename(path: &Path, mode: u32, group: Option<u32>) -> io::Result<UnixListener> {
    let new = path.with_extension(format!("new-{}", std::process::id()));
    match fs::remove_file(&new) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let listener = UnixListener::bind(&new)?;
    let complete = (|| {
        if let Some(group) = group {
            chown(&new, None, Some(Gid::from_raw(group)))?;
        }
        fs::set_permissions(&new, Permissions::from_mode(mode))?;
        fs::rename(&new, path)
    })();
    match complete {
        Ok(()) => Ok(listener),
        Err(why) => {
            let _ = fs::remove_file(&new);
            Err(why)
        }
    }
}
