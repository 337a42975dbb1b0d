# docker build -t baoshu . && docker run --rm -v "$PWD":/work baoshu extract 年报.docx
FROM node:22-bookworm AS build
WORKDIR /src
COPY . .
RUN npm ci && npm pack --pack-destination /tmp && mv /tmp/baoshu-*.tgz /tmp/baoshu.tgz \
  && mkdir /opt/baoshu && cd /opt/baoshu && npm init -y >/dev/null && npm i --omit=dev /tmp/baoshu.tgz

FROM node:22-bookworm-slim
COPY --from=build /opt/baoshu /opt/baoshu
RUN ln -s /opt/baoshu/node_modules/.bin/baoshu /usr/local/bin/baoshu
ENV LANG=C.UTF-8
USER node
WORKDIR /work
ENTRYPOINT ["baoshu"]
