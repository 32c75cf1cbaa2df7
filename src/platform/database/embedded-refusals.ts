/** The embedded PostgreSQL cannot be had; the message is written for the person who typed `npm start`. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError';
}

/** Another living process owns the server of this data folder. */
export class EmbeddedBusy extends EmbeddedError {
  override name = 'EmbeddedBusy';

  constructor(
    readonly dataDir: string,
    readonly ownerPid: number | null,
    readonly port: number,
  ) {
    const pid = ownerPid ?? '?';
    super(
      `Thư mục ${dataDir} đang được tiến trình ${pid} sử dụng (PostgreSQL cổng ${port}); ` +
        `hãy dừng tiến trình đó hoặc chọn DATA_DIR khác. / ` +
        `This folder is already served by process ${pid} (PostgreSQL port ${port}); ` +
        `stop it or choose another DATA_DIR.`,
    );
  }
}
