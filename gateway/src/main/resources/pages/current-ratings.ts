import { Kafka } from 'kafkajs'

const { KAFKA, KAFKA_GROUP, KAFKA_USER: username, KAFKA_PASSWORD: password } = process.env
const signIn =
  username && password ? { ssl: true, sasl: { mechanism: 'scram-sha-512' as const, username, password } } : {}
const kafka = new Kafka({ brokers: [KAFKA!], ...signIn })
const consumer = kafka.consumer({ groupId: KAFKA_GROUP!, readUncommitted: false })
await consumer.connect()
await consumer.subscribe({ topics: ['evenhand.current-ratings'], fromBeginning: true })
await consumer.run({
  eachMessage: async ({ message }) => {
    const rating = message.value === null ? 'withdrawn' : message.value.toString()
    console.log(message.key!.toString(), rating)
  },
})
