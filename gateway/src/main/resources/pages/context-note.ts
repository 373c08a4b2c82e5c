import createClient from 'openapi-fetch'
import type { paths } from './evenhand.js'

const { EVENHAND: baseUrl = '', TOKEN = '', REVIEW: id = '' } = process.env
const evenhand = createClient<paths>({ baseUrl, headers: { Authorization: 'Bearer ' + TOKEN } })
const text = process.argv[2] ?? ''

const read = await evenhand.GET('/v1/reviews/{id}', { params: { path: { id } } })
if (read.error) throw new Error(read.error.code + ': ' + read.error.detail)
const etag = read.response.headers.get('ETag') ?? ''
const { data, error } = await evenhand.PUT('/v1/reviews/{id}/context-note', {
  params: { path: { id }, header: { 'If-Match': etag } },
  body: { text },
})
if (!error) console.log(data.reviewee.name + ': ' + data.state)
else if (error.code === 'PRECONDITION_FAILED') console.log('changed in the meantime: read it again')
else throw new Error(error.code + ': ' + error.detail)
