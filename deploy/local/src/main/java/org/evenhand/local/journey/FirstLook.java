package org.evenhand.local.journey;

import java.util.function.Consumer;
import org.evenhand.local.journey.api.Api;
import org.evenhand.local.journey.api.StackAddresses;
import org.evenhand.local.journey.telling.Story;

/** The shortest journey: the gateway answers, and says that all services are up. */
public final class FirstLook implements Journey {
  private final Story story;

  public FirstLook(Consumer<String> out) {
    this.story = new Story(out);
  }

  @Override
  public void run(StackAddresses addresses) {
    Api api = Api.of(addresses);
    story.chapter("First look");
    story.step(
        "The gateway answers, and every service behind it is well",
        () -> {
          api.get("/health").send().expect(200);
        });
  }
}
