package org.evenhand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.local.process.Part;
import org.evenhand.local.process.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StackTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Stack stack =
      new Stack(new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), false));
  private final List<String> happened = new ArrayList<>();

  @Test
  void partsStopInTheReverseOrderOfTheirStart() {
    stack.start(List.of(new Scripted("a", true)));
    stack.start(List.of(new Scripted("b", true), new Scripted("c", true)));
    stack.stop();

    assertThat(happened)
        .containsExactly("start a", "start b", "start c", "stop c", "stop b", "stop a");
    assertThat(text()).contains("waiting for b and c to answer").contains("b ", "ready after");
  }

  @Test
  void aPartThatDiesBeforeItIsReadyIsToldInOneSentenceWithItsLog() {
    Scripted dying = new Scripted("b", false);
    dying.alive = false;

    assertThatThrownBy(() -> stack.start(List.of(dying)))
        .isInstanceOf(Trouble.class)
        .hasMessage("b stopped by itself with exit code 7; its log: logs/b.log");
    stack.stop();
    assertThat(happened).containsExactly("start b", "stop b");
  }

  @Test
  void aPartThatDiesLaterIsNoticedAndTheOthersCanStillBeStopped() {
    Scripted dying = new Scripted("a", true);
    stack.start(List.of(dying));
    stack.start(List.of(new Scripted("b", true)));
    assertThat(stack.dead()).isEmpty();

    dying.alive = false;

    assertThat(stack.dead()).containsSame(dying);
  }

  @Test
  void nothingStartsOnceStoppingHasBegun() {
    stack.stop();

    assertThatThrownBy(() -> stack.start(List.of(new Scripted("a", true))))
        .isInstanceOf(Trouble.class);
    assertThat(happened).isEmpty();
    assertThat(stack.dead()).isEmpty();
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private final class Scripted implements Part {
    private final String name;
    private final boolean ready;
    private boolean alive = true;

    Scripted(String name, boolean ready) {
      this.name = name;
      this.ready = ready;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String awaits() {
      return "to answer";
    }

    @Override
    public String address() {
      return "here";
    }

    @Override
    public Path log() {
      return Path.of("logs", name + ".log");
    }

    @Override
    public void launch() {
      happened.add("start " + name);
    }

    @Override
    public boolean ready() {
      return ready;
    }

    @Override
    public boolean alive() {
      return alive;
    }

    @Override
    public String lastWords() {
      return " with exit code 7";
    }

    @Override
    public void stop() {
      happened.add("stop " + name);
    }
  }
}
