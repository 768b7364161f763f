//! What on this machine is for the owner of the process alone: the database, its folder, and settings with secrets.

use std::path::Path;

/// What is written from now on, the database and its folder above all, is for the owner of the process alone.
pub fn keep_to_ourselves() {
    #[cfg(unix)]
    {
        use rustix::fs::Mode;
        rustix::process::umask(Mode::RWXG | Mode::RWXO);
    }
}

/// What an earlier version wrote may be open to others, and so may a folder that was there before.
pub fn close(database: &Path) {
    #[cfg(unix)]
    {
        for end in ["", "-wal", "-shm", ".lock"] {
            let mut file = database.as_os_str().to_owned();
            file.push(end);
            if let Err(error) = unix::close_file(Path::new(&file)) {
                tracing::warn!(%error, "the database may be read by others");
            }
        }
        match unix::close_folder(database) {
            Ok(true) => {}
            Ok(false) => tracing::warn!(
                "others may look into the folder of the database, which has more in it: give the database one of its own"
            ),
            Err(error) => tracing::warn!(%error, "others may look into the folder of the database"),
        }
    }
    #[cfg(not(unix))]
    let _ = database;
}

/// Whether others may read a file.
pub fn is_open(file: &Path) -> bool {
    #[cfg(unix)]
    let is_open = unix::mode(file).is_ok_and(|mode| mode & unix::READ_BY_OTHERS != 0);
    #[cfg(not(unix))]
    let is_open = file.as_os_str().is_empty();
    is_open
}

#[cfg(unix)]
mod unix {
    use std::fs::{self, Permissions};
    use std::io;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::path::Path;

    pub const READ_BY_OTHERS: u32 = 0o044;
    const OTHERS: u32 = 0o077;
    /// Such a folder is meant for everybody's files, as `/tmp` is.
    const STICKY: u32 = 0o1000;
    /// Where the defaults put the database.
    const DEFAULT: &str = "data/streaks.db";

    pub fn mode(path: &Path) -> io::Result<u32> {
        Ok(fs::metadata(path)?.mode())
    }

    pub fn close_file(file: &Path) -> io::Result<()> {
        match fs::set_permissions(file, Permissions::from_mode(0o600)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            Ok(()) | Err(_) => Ok(()),
        }
    }

    /// Closes the folder of a database if it is ours; says whether it is closed.
    pub fn close_folder(database: &Path) -> io::Result<bool> {
        let Some(folder) = database.parent().filter(|folder| !folder.as_os_str().is_empty()) else {
            return Ok(true);
        };
        let known = fs::metadata(folder)?;
        if known.mode() & OTHERS == 0 || known.mode() & STICKY != 0 {
            return Ok(true);
        }
        if known.uid() != rustix::process::geteuid().as_raw() {
            return Ok(false);
        }
        let is_ours = database == Path::new(DEFAULT) || has_nothing_else(folder, database)?;
        if is_ours {
            fs::set_permissions(folder, Permissions::from_mode(0o700))?;
        }
        Ok(is_ours)
    }

    /// Whether all in a folder belongs to the database.
    fn has_nothing_else(folder: &Path, database: &Path) -> io::Result<bool> {
        let name = database.file_name().unwrap_or_default().as_encoded_bytes();
        for file in fs::read_dir(folder)? {
            if !file?.file_name().as_encoded_bytes().starts_with(name) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_folder_is_closed_if_there_is_nothing_but_the_database_in_it() {
            let folder = std::env::temp_dir().join(format!("streaks-owner-{}", std::process::id()));
            let database = folder.join("streaks.db");
            fs::create_dir_all(&folder).expect("it is made");
            let open = || {
                fs::set_permissions(&folder, Permissions::from_mode(0o755)).expect("it is opened");
            };
            for file in ["streaks.db", "streaks.db-wal", "streaks.db.lock"] {
                fs::write(folder.join(file), "").expect("it is written");
            }
            open();
            assert!(close_folder(&database).expect("it is closed"));
            assert_eq!(mode(&folder).expect("it is there") & 0o777, 0o700);
            fs::write(folder.join("letter.txt"), "").expect("it is written");
            assert!(close_folder(&database).expect("it was closed"));
            open();
            assert!(!close_folder(&database).expect("it is left alone"));
            assert_eq!(mode(&folder).expect("it is there") & 0o777, 0o755);
            fs::remove_dir_all(&folder).expect("it goes");
        }

        #[test]
        fn the_defaults_put_the_database_where_we_look() {
            assert!(crate::config::DEFAULT.contains(&format!("\"sqlite:{DEFAULT}\"")));
        }
    }
}
