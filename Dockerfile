# docker build -t storefront-auditor .
# docker run --rm --init -v "$PWD:/work" --user "$(id -u):$(id -g)" storefront-auditor run https://shop.example
ARG PYTHON_VERSION=3.11

FROM python:${PYTHON_VERSION}-slim AS build
WORKDIR /src
COPY . .
RUN python -m venv /opt/auditor \
    && /opt/auditor/bin/python -m pip install --no-cache-dir --disable-pip-version-check --constraint constraints.txt .

FROM python:${PYTHON_VERSION}-slim
# The system's Chromium gets its security updates with the image, on every architecture.
RUN apt-get update \
    && apt-get install -y --no-install-recommends chromium fonts-liberation fonts-noto-color-emoji \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home auditor \
    && install -d -o auditor -g auditor /work
COPY --from=build /opt/auditor /opt/auditor
# A container allows no sandbox inside, being one itself; nobody in it is root. HOME suits any --user.
ENV PATH=/opt/auditor/bin:$PATH \
    CHROME_PATH=/usr/bin/chromium \
    CHROME_SANDBOX=off \
    HOME=/tmp \
    LANG=C.UTF-8 \
    PYTHONUNBUFFERED=1
USER 10001:10001
WORKDIR /work
ENTRYPOINT ["auditor"]
CMD ["--help"]
