import java.io.FileReader;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

class CurrentRatings {
  public static void main(String... args) throws Exception {
    Properties settings = new Properties();
    settings.load(new FileReader(args[0])); // where Kafka is, the group, how to sign in
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    settings.put("enable.auto.commit", "false");
    var text = new StringDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, text, text)) {
      consumer.subscribe(List.of("evenhand.current-ratings"));
      while (true) {
        for (var rating : consumer.poll(Duration.ofSeconds(1))) {
          var now = rating.value() == null ? "withdrawn" : rating.value();
          System.out.println(rating.key() + " " + now);
        }
        consumer.commitSync(); // after the work, so that a kill loses nothing
      }
    }
  }
}
