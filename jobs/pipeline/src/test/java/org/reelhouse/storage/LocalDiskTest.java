package org.reelhouse.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDiskTest {
  @TempDir java.nio.file.Path folder;

  private static Configuration ours() {
    Configuration conf = new Configuration();
    conf.set("fs.file.impl", LocalDisk.Checked.class.getName());
    conf.set("fs.AbstractFileSystem.file.impl", LocalDisk.CheckedContext.class.getName());
    return conf;
  }

  private static FileSystem files(Configuration conf) throws IOException {
    return FileSystem.newInstance(URI.create("file:///"), conf);
  }

  private static FileContext context(Configuration conf) throws IOException {
    return FileContext.getFileContext(URI.create("file:///"), conf);
  }

  private Path path(String name) {
    return new Path(folder.resolve(name).toUri());
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  @Test
  void settingsNameTheseClasses() throws IOException {
    assertThat(files(ours())).isInstanceOf(LocalDisk.Checked.class);
    assertThat(context(ours()).getDefaultFileSystem()).isInstanceOf(LocalDisk.CheckedContext.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rwxrwxrwx", "r--------", "rwxr-x--t"})
  void permissionsAreThoseOfHadoop(String permissions) throws IOException {
    FsPermission permission = FsPermission.valueOf("-" + permissions);
    for (Configuration conf : new Configuration[] {new Configuration(), ours()}) {
      try (FileSystem files = files(conf)) {
        files.create(path("file")).close();
        files.setPermission(path("file"), permission);
        assertThat(files.getFileStatus(path("file")).getPermission()).isEqualTo(permission);
      }
    }
  }

  @Test
  void filesAndFoldersAreMadeWithThePermissionsAskedFor() throws IOException {
    try (FileSystem files = files(ours())) {
      files.mkdirs(path("a/b"), new FsPermission("750"));
      FSDataOutputStream out =
          files.create(path("a/b/c"), new FsPermission("640"), true, 4096, (short) 1, 4096L, null);
      out.writeUTF("text");
      out.close();
      assertThat(permissions("a/b")).isEqualTo("rwxr-x---");
      assertThat(permissions("a/b/c")).isEqualTo("rw-r-----");
      assertThat(folder.resolve("a/b/.c.crc")).exists();
    }
  }

  @Test
  void settingThePermissionOfWhatIsNotThereFails() throws IOException {
    try (FileSystem files = files(ours())) {
      assertThatThrownBy(() -> files.setPermission(path("none"), new FsPermission("600")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("none");
    }
  }

  @Test
  void renamesOverwriteOnlyWhenTold() throws IOException {
    FileContext context = context(ours());
    for (String name : new String[] {"from", "to"}) {
      try (FSDataOutputStream out = context.create(path(name), EnumSet.of(CreateFlag.CREATE))) {
        out.writeUTF(name);
      }
    }
    assertThatThrownBy(() -> context.rename(path("from"), path("to")))
        .hasMessageContaining("already exists");
    context.rename(path("from"), path("to"), Rename.OVERWRITE);
    assertThat(folder.resolve("from")).doesNotExist();
    try (var in = context.open(path("to"))) {
      assertThat(in.readUTF()).isEqualTo("from");
    }
  }

  @Test
  void linksAreToldAsHadoopTellsThem() throws IOException {
    Files.writeString(folder.resolve("target"), "text");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));
    for (String name : new String[] {"target", "link"}) {
      FileStatus expected = context(new Configuration()).getFileLinkStatus(path(name));
      FileStatus found = context(ours()).getFileLinkStatus(path(name));
      assertThat(found.isSymlink()).isEqualTo(expected.isSymlink());
      assertThat(found.getLen()).isEqualTo(expected.getLen());
      assertThat(found.getPath()).isEqualTo(expected.getPath());
    }
    assertThatThrownBy(() -> context(ours()).getFileLinkStatus(path("none")))
        .isInstanceOf(FileNotFoundException.class);
  }
}
