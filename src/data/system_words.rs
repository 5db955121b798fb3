//! What the system says of files, in words.

use crate::text::Text;
use std::io;

/// Returns why something cannot be read.
pub(super) fn reason(error: &io::Error) -> Text {
    let why = io_words(error);
    Text::new(format!("无法读取：{}", why.zh), format!("cannot be read: {}", why.en))
}

/// Returns what the system says of a file, in both languages for the usual errors.
#[must_use]
pub fn io_words(error: &io::Error) -> Text {
    match error.kind() {
        io::ErrorKind::NotFound => Text::new("没有这个文件或文件夹", "no such file or folder"),
        io::ErrorKind::PermissionDenied => Text::new("没有权限", "permission denied"),
        io::ErrorKind::IsADirectory => Text::new("这是文件夹，不是文件", "this is a folder, not a file"),
        io::ErrorKind::NotADirectory => Text::new("路径中有一段不是文件夹", "a part of the path is not a folder"),
        io::ErrorKind::AlreadyExists => Text::new("已经存在", "it exists already"),
        io::ErrorKind::ReadOnlyFilesystem => {
            Text::new("文件或文件系统只读", "the file or the file system is read-only")
        }
        io::ErrorKind::StorageFull => Text::new("磁盘已满", "no space is left on the disk"),
        io::ErrorKind::QuotaExceeded => Text::new("磁盘配额已用完", "the disk quota is used up"),
        io::ErrorKind::TimedOut => Text::new("另一个程序一直占着它", "another program keeps it locked"),
        io::ErrorKind::InvalidData => Text::new("不是 UTF-8 文本", "it is not UTF-8 text"),
        io::ErrorKind::InvalidFilename => {
            Text::new("名称太长，或含有不能用的字符", "the name is too long, or has a character that it can't have")
        }
        _ if error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error()) => {
            Text::new("链接绕成了圈", "the links lead in a circle")
        }
        _ if error.raw_os_error() == Some(rustix::io::Errno::NXIO.raw_os_error()) => Text::new(
            "这是管道、设备或套接字，那一头没有程序",
            "it is a pipe, a device or a socket with nobody at its other end",
        ),
        _ => Text::new(error.to_string(), error.to_string()),
    }
}
