FROM node:22-bookworm-slim
WORKDIR /app
COPY . .
# npm ci builds every package (the prepare script).
RUN npm ci && mkdir -p data && chown node data
USER node
ENV NODE_ENV=production
EXPOSE 3000
HEALTHCHECK --interval=10s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/host/dist/main.js"]
