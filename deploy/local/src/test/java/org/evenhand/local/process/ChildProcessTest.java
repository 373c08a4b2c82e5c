package org.evenhand.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildProcessTest {
  @TempDir Path folder;

  @Test
  void whatItSaysGoesToItsLogAndTheLogBeforeIsKept() throws Exception {
    run("echo first; exit 3");
    ChildProcess second = run("echo second; exit 3");

    assertThat(second.lastWords()).isEqualTo(" with exit code 3");
    assertThat(folder.resolve("part.log")).hasContent("second");
    assertThat(folder.resolve("part.previous.log")).hasContent("first");
  }

  @Test
  void stoppingEndsItsChildrenTooEvenWhenTheyDoNotListen() throws Exception {
    ChildProcess child = start("sh -c 'trap \"\" TERM; sleep 300 & wait; sleep 300' & wait");
    List<ProcessHandle> tree = grown(child);

    child.stop(Duration.ofSeconds(1));

    assertThat(tree).hasSizeGreaterThan(1).noneMatch(ProcessHandle::isAlive);
    assertThat(folder.resolve("run/part.pid")).doesNotExist();
  }

  @Test
  void whatAKilledLauncherLeftIsFoundAndStopped() throws Exception {
    ChildProcess child = start("sleep 300");

    assertThat(new Leftovers(folder.resolve("run")).stop()).containsExactly("part");

    assertThat(child.alive()).isFalse();
    assertThat(new Leftovers(folder.resolve("run")).stop()).isEmpty();
  }

  @Test
  void aStrangerWhoHasGotThePidIsLeftAlone() throws IOException {
    ChildProcess child = start("sleep 300");
    Path file = folder.resolve("run/part.pid");
    String pid = Files.readString(file).split(" ", 2)[0];
    Files.writeString(file, pid + " 2001-01-01T00:00:00Z\nnonsense\n");

    assertThat(new Leftovers(folder.resolve("run")).stop()).isEmpty();

    assertThat(child.alive()).isTrue();
    child.stop(Duration.ofSeconds(5));
  }

  @Test
  void aProgramThatIsNotThereIsTrouble() {
    assertThatThrownBy(
            () ->
                Command.run(
                    "Preparing", List.of("/no/such/program"), Map.of(), folder.resolve("x.log")))
        .isInstanceOf(Trouble.class)
        .hasMessageStartingWith("Preparing can't be run");
    assertThatThrownBy(
            () -> Command.run("Preparing", List.of("false"), Map.of(), folder.resolve("x.log")))
        .hasMessageContaining("Preparing failed with exit code 1; its log: ");
  }

  @Test
  void oneLauncherAtATimeUsesAFolder() throws IOException {
    try (OneAtATime first = OneAtATime.in(folder)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> OneAtATime.in(folder)).isInstanceOf(Trouble.class);
    }
    OneAtATime.in(folder).close();
  }

  private ChildProcess run(String script) throws InterruptedException {
    ChildProcess child = start(script);
    while (child.alive()) {
      Thread.sleep(10);
    }
    return child;
  }

  private ChildProcess start(String script) {
    return ChildProcess.start(
        List.of("sh", "-c", script),
        Map.of(),
        folder,
        folder.resolve("part.log"),
        new ProcessRecord(folder.resolve("run/part.pid")));
  }

  /** Its processes, once the inner ones have started. */
  private List<ProcessHandle> grown(ChildProcess child) throws InterruptedException {
    List<ProcessHandle> alive = List.of();
    while (alive.size() < 3) {
      Thread.sleep(50);
      child.noteTree();
      alive = new ProcessRecord(folder.resolve("run/part.pid")).alive();
    }
    return alive;
  }
}
