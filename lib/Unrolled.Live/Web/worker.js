// The worker in which a page's cells run. The page makes it from a blob, so that it runs from the file system too, and
// hands it the files of the runtime, of the book's libraries and of its data.
"use strict";

globalThis.dotnetSidecar = true;

let session;

// The page's own messages and the files: a pack is the length of its index, the index as JSON, and the files.
async function unpack(blob, files) {
  const bytes = await blob.arrayBuffer();
  const length = new DataView(bytes).getUint32(0, true);
  const index = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length)));
  for (const [name, offset, size] of index)
    files.set(name, bytes.slice(4 + length + offset, 4 + length + offset + size));
}

// The scripts of the runtime are modules that ask where they are; a blob has no place, and they need none.
function moduleOf(files, name) {
  const code = new TextDecoder().decode(files.get(`native/${name}`))
    .replaceAll("import.meta.url", `"http://runtime.invalid/${name}"`);
  return import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
}

function assembly(files, path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return { name, virtualPath: name, buffer: files.get(path), resolvedUrl: `runtime:/${name}` };
}

async function start({ packs, notebook, page }) {
  const files = new Map();
  for (const pack of packs)
    await unpack(pack, files);
  const dlls = [...files.keys()].filter((path) => /^(framework|host)\/.*\.dll$/.test(path));
  const isCore = (path) => /System\.(Private\.CoreLib|Runtime\.InteropServices\.JavaScript)\.dll$/.test(path);
  const { dotnet } = await moduleOf(files, "dotnet.js");
  const runtime = await dotnet.withConfig({
    mainAssemblyName: "Unrolled.Live.dll",
    globalizationMode: "invariant",
    debugLevel: 0,
    disableIntegrityCheck: true,
    resources: {
      hash: "none",
      jsModuleNative: [{ name: "dotnet.native.js", resolvedUrl: "runtime:/native", moduleExports: moduleOf(files, "dotnet.native.js") }],
      jsModuleRuntime: [{ name: "dotnet.runtime.js", resolvedUrl: "runtime:/runtime", moduleExports: moduleOf(files, "dotnet.runtime.js") }],
      wasmNative: [{ name: "dotnet.native.wasm", buffer: files.get("native/dotnet.native.wasm"), resolvedUrl: "runtime:/wasm" }],
      coreAssembly: dlls.filter(isCore).map((path) => assembly(files, path)),
      assembly: dlls.filter((path) => !isCore(path)).map((path) => assembly(files, path)),
    },
  }).create();
  runtime.setModuleImports("page", {
    show: (cell, first, html) => postMessage({ type: "show", cell, first, html }),
    progress: (cell, text) => postMessage({ type: "progress", cell, text }),
  });
  session = (await runtime.getAssemblyExports("Unrolled.Live.dll")).Unrolled.Live.PageSession;
  for (const [path, content] of files)
    if (path.startsWith("/"))
      session.WriteFile(path, new Uint8Array(content));
  const framework = dlls.filter((path) => path.startsWith("framework/"))
    .map((path) => path.slice("framework/".length, -".dll".length));
  session.Open(notebook, page, framework);
}

const requests = {
  start,
  ask: async ({ request }) => JSON.parse(await session.Ask(JSON.stringify(request))),
  outputs: () => JSON.parse(session.Outputs()),
};

// One request after the other: the page waits for the reply.
onmessage = async ({ data }) => {
  try {
    postMessage({ type: "reply", id: data.id, reply: await requests[data.type](data) });
  } catch (error) {
    postMessage({ type: "reply", id: data.id, error: `${error?.message ?? error}` });
  }
};
