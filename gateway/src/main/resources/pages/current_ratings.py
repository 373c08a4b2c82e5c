import os
from confluent_kafka import Consumer, KafkaException

settings = {
    "bootstrap.servers": os.environ["KAFKA"],
    "group.id": os.environ["KAFKA_GROUP"],
    "isolation.level": "read_committed",
    "auto.offset.reset": "earliest",
    "enable.auto.commit": False,
}
if "KAFKA_USER" in os.environ:
    settings |= {"security.protocol": "SASL_SSL", "sasl.mechanism": "SCRAM-SHA-512",
                 "sasl.username": os.environ["KAFKA_USER"], "sasl.password": os.environ["KAFKA_PASSWORD"]}
consumer = Consumer(settings)
consumer.subscribe(["evenhand.current-ratings"])
while True:
    record = consumer.poll(1.0)
    if record is None:
        continue
    if record.error():
        raise KafkaException(record.error())
    value = record.value()
    print(record.key().decode(), "withdrawn" if value is None else value.decode())
    consumer.commit(record, asynchronous=False)
