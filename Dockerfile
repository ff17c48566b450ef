FROM python:3.13-slim AS build
ENV FACTLINT_HOME=/opt/factlint
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY ci/docker/constraints.txt ci/docker/
COPY linter linter
COPY checks checks
COPY reference reference
COPY reports reports
COPY website website
COPY docs docs
# The first use leaves the rules parsed: whoever runs the image cannot write there.
RUN python -m venv "$FACTLINT_HOME" \
    && "$FACTLINT_HOME/bin/pip" install --quiet --no-cache-dir --constraint ci/docker/constraints.txt . \
    && "$FACTLINT_HOME/bin/factlint" reference list > /dev/null

FROM python:3.13-slim
COPY --from=build /opt/factlint /opt/factlint
ENV PATH=/opt/factlint/bin:$PATH
USER 10001:10001
WORKDIR /articles
ENTRYPOINT ["factlint"]
CMD ["--help"]
