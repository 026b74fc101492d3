package org.reelhouse.storage;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system without its processes.
 *
 * <p>Where Hadoop's native library is absent, and no Maven artifact brings it, Hadoop starts {@code
 * chmod} for each file and folder that it makes, and {@code readlink} twice for each rename: in a
 * run of the pipeline 1,840 processes. The JDK does both by a system call.
 */
public final class LocalDisk {
  private LocalDisk() {}

  /** For {@code fs.file.impl}: files with checksums beside them, as Hadoop's own. */
  public static final class Checked extends LocalFileSystem {
    /** Called by Hadoop. */
    public Checked() {
      super(new Raw());
    }
  }

  /** For {@code fs.AbstractFileSystem.file.impl}, by which Delta commits: the same files. */
  public static final class CheckedContext extends ChecksumFs {
    /** Called by Hadoop, with the scheme's root. */
    public CheckedContext(URI root, Configuration conf) throws IOException, URISyntaxException {
      super(new RawContext(conf));
    }
  }

  private static final class RawContext extends DelegateToFileSystem {
    RawContext(Configuration conf) throws IOException, URISyntaxException {
      super(FsConstants.LOCAL_FS_URI, new Raw(), conf, FsConstants.LOCAL_FS_URI.getScheme(), false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    public boolean isValidName(String name) {
      return true; // the disk decides
    }
  }

  private static final class Raw extends RawLocalFileSystem {
    /** Permissions with more than read, write and execute, the sticky bit, are left to Hadoop. */
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      PosixFileAttributeView file =
          Files.getFileAttributeView(pathToFile(path).toPath(), PosixFileAttributeView.class);
      if (file == null || permission.getStickyBit()) {
        super.setPermission(path, permission);
      } else {
        file.setPermissions(PosixFilePermissions.fromString(permission.toString()));
      }
    }

    @Override
    public FileStatus getFileLinkStatus(Path path) throws IOException {
      return Files.isSymbolicLink(pathToFile(path).toPath())
          ? super.getFileLinkStatus(path)
          : getFileStatus(path);
    }
  }
}
