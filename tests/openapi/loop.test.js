// A client generated from the document walks the loop: discover, trust, buy, use, share. tsc checks this file against the document first.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import createClient from "openapi-fetch";

const baseUrl = process.env.SWARD_TEST_HOST;

/** @param {string} [token] */
function connect(token) {
  /** @type {import("openapi-fetch").Client<import("../../artifacts/openapi/v1").paths>} */
  const client = createClient({ baseUrl, headers: token ? { authorization: `Bearer ${token}` } : {} });
  return client;
}

/**
 * The body of an answer that went well.
 * @template T
 * @param {Promise<{ data?: T, error?: unknown, response: Response }>} call
 * @returns {Promise<T>}
 */
async function ok(call) {
  const { data, error, response } = await call;
  assert.ok(response.ok, `${response.status} from ${response.url}: ${JSON.stringify(error)}`);
  return /** @type {T} */ (data);
}

/** @param {string} nickname */
async function signUp(nickname) {
  const body = { email: `${randomUUID()}@example.org`, password: randomUUID(), nickname };
  const { account, token } = await ok(connect().POST("/api/v1/accounts", { body }));
  return { account, api: connect(token) };
}

/**
 * What facts bring about comes a moment later.
 * @template T
 * @param {() => Promise<T | undefined>} look
 */
async function eventually(look) {
  for (let left = 150; left > 0; left--) {
    const seen = await look();
    if (seen) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Never came: ${look}`);
}

const once = () => ({ header: { "Idempotency-Key": randomUUID() } });

/** A picture nobody has seen before. */
function drawPicture() {
  const source = `gradients=size=900x1200:seed=${Math.floor(Math.random() * 1e9)}`;
  return execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", source, "-frames:v", "1", "-f", "image2pipe", "-c:v", "mjpeg", "-"]);
}

/** @param {ReturnType<typeof connect>} api */
async function uploadPicture(api) {
  const form = new FormData();
  form.append("file", new Blob([drawPicture()], { type: "image/jpeg" }), "picture.jpg");
  const media = await ok(api.POST("/api/v1/media", { body: /** @type {any} */ (form), bodySerializer: (body) => body }));
  await eventually(async () => (await ok(api.GET("/api/v1/media/{mediumId}", { params: { path: { mediumId: media.id } } }))).state === "ready" || undefined);
  return media;
}

test("Discover, trust, buy, use, share", async () => {
  const author = await signUp("Author");
  const buyer = await signUp("Buyer");
  const merchant = await signUp("Merchant");

  const store = await ok(merchant.api.POST("/api/v1/stores", { body: { name: "Corner store", kind: "personal" } }));
  const product = await ok(merchant.api.POST("/api/v1/stores/{storeId}/products", {
    params: { path: { storeId: store.id } },
    body: {
      name: "Meadow tea", origin: "Yunnan", category: "food", pictures: [(await uploadPicture(merchant.api)).id],
      skus: [{ code: "100g", options: { weight: "100 g" }, price: { amount: 4900, currency: "CNY" }, stock: [{ warehouse: "home", units: 5 }] }],
    },
  }));
  const [sku] = product.skus;

  const word = `清晨${Date.now().toString(36)}`;
  const note = await ok(author.api.POST("/api/v1/notes", {
    params: once(),
    body: {
      title: `${word}的茶`, body: "Steeped for three minutes, no longer. #tea", topics: ["tea"], productIds: [product.id], visibility: "public",
      mediaIds: [(await uploadPicture(author.api)).id, (await uploadPicture(author.api)).id],
    },
  }));
  const theNote = { params: { path: { noteId: note.id } } };

  const found = await eventually(async () => {
    const { items } = await ok(buyer.api.GET("/api/v1/search/notes", { params: { query: { q: word } } }));
    return items.find((card) => card.note.id === note.id);
  });
  assert.equal(found.author.id, author.account.id);
  await eventually(async () => {
    const { items } = await ok(buyer.api.GET("/api/v1/feed/discover"));
    return items.find((card) => card.note.id === note.id);
  });

  await ok(buyer.api.PUT("/api/v1/notes/{noteId}/like", theNote));
  await ok(buyer.api.PUT("/api/v1/notes/{noteId}/collect", theNote));
  await ok(buyer.api.POST("/api/v1/notes/{noteId}/comments", { ...theNote, body: { body: "Which spring?" } }));
  await ok(buyer.api.PUT("/api/v1/accounts/{accountId}/follow", { params: { path: { accountId: author.account.id } } }));
  const seen = await ok(buyer.api.GET("/api/v1/notes/{noteId}", theNote));
  assert.deepEqual([seen.mine?.liked, seen.mine?.collected, seen.counts.comments], [true, true, 1]);

  const address = await ok(buyer.api.POST("/api/v1/addresses", {
    body: { name: "Buyer", phone: "+8613800138000", country: "CN", region: "上海市", city: "上海市", district: "徐汇区", line: "Tea lane 1", postcode: "200030" },
  }));
  const lines = [{ skuId: sku.id, quantity: 2 }];
  const quote = await ok(buyer.api.POST("/api/v1/checkout/quote", { body: { lines, addressId: address.id } }));
  const checkout = await ok(buyer.api.POST("/api/v1/checkout", { params: once(), body: { lines, addressId: address.id, quoteId: quote.id } }));
  assert.deepEqual(quote.total, { amount: 9800, currency: "CNY" });
  await ok(buyer.api.POST("/api/v1/payments/{paymentId}/sandbox", {
    params: { path: { paymentId: checkout.payment.id } }, body: { outcome: "succeed" },
  }));

  const theOrder = { params: { path: { orderId: checkout.orders[0].id } } };
  /** @param {string} state */
  const orderIs = (state) => eventually(async () => (await ok(buyer.api.GET("/api/v1/orders/{orderId}", theOrder))).state === state || undefined);
  await orderIs("toShip");
  await ok(merchant.api.POST("/api/v1/orders/{orderId}/ship", { ...theOrder, body: { carrier: "SF", number: "SF1000000001" } }));
  await orderIs("shipped");
  await ok(buyer.api.POST("/api/v1/orders/{orderId}/receive", theOrder));
  await orderIs("completed");
  await ok(buyer.api.POST("/api/v1/orders/{orderId}/review", {
    ...theOrder, body: { stars: 5, body: "Light, and it lasts.", mediaIds: [], asNote: true },
  }));

  await eventually(async () => (await ok(buyer.api.GET("/api/v1/products/{productId}/reviews", { params: { path: { productId: product.id } } }))).items[0]);
  const kinds = await eventually(async () => {
    const { items } = await ok(author.api.GET("/api/v1/notices"));
    return items.length >= 4 ? items.map((notice) => notice.kind) : undefined;
  });
  assert.deepEqual(kinds.toSorted(), ["collect", "comment", "follow", "like"]);
});
