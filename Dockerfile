# Two stages: build with the toolchain, run as nobody where there is no shell. Everything is linked in but the C library,
# which is that of the same Debian: TLS roots, SQLite, pages, words and the time zone database are inside the binary.
FROM rust:1.95-bookworm AS build
WORKDIR /src
COPY . .
RUN cargo build --release --locked --package streaks \
    && mkdir -p /out/data \
    && cp target/release/streaks /out/streaks

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=build /out/streaks /usr/local/bin/streaks
# The folder exists with the right owner, so that a new volume takes it over.
COPY --from=build --chown=65532:65532 /out/data /data
USER 65532:65532
WORKDIR /data
VOLUME /data
ENV STREAKS_DATABASE_URL=sqlite:/data/streaks.db \
    STREAKS_WEB_LISTEN=0.0.0.0:8080 \
    SQLITE_TMPDIR=/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s CMD ["streaks", "healthcheck"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["streaks"]
